//! A block as a list of tasks: what the stages hand on.

use super::imports::How;
use proc_macro2::{Ident, Span, TokenStream};
use std::rc::Rc;
use syn::{Attribute, Pat, Type};

/// A variable of the block: its place in the list of all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Var(pub(super) usize);

/// What is known of a variable.
#[derive(Clone, Debug)]
pub(super) struct Variable {
    /// As the user wrote it.
    pub(super) name: Ident,
    /// Declared `mut`.
    pub(super) mutable: bool,
    pub(super) kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The value of a task.
    Slot,
    /// The value of a call that was taken out of its statement: used once.
    Temporary,
    /// A variable outside of the block, behind one more reference or `Box`. It may be a `&mut` itself, so that a use by
    /// value is one of that reference.
    Outside { reference: bool },
    /// The same, which may be a `&mut` and is never taken.
    Touched,
    /// A value from outside: a number is copied into each task.
    Guest,
    /// A number that is there while building: the variable of a loop over a range.
    Number,
}

/// What a name means.
#[derive(Clone, Debug)]
pub(super) enum Binding {
    Variable(Var),
    Alias(Rc<Alias>),
}

/// Another name for a place or for a closure: a `let` that each task with the name repeats.
#[derive(Debug)]
pub(super) struct Alias {
    pub(super) statement: TokenStream,
    pub(super) uses: Uses,
}

/// How a variable is used, from the weakest to the strongest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    /// `&x`, format macros, comparisons.
    Ref,
    /// A field, an element, what it points at.
    Place,
    /// By value.
    Value,
    /// Receiver, callee, looked at by `match`, in an unknown macro.
    Receiver,
    /// `&mut x`, `x += …`, `x.f = …`.
    Change,
    /// `x = …`.
    Assign,
    /// In a `move` closure.
    IntoClosure,
    /// The name alone is an argument of an unknown macro, which may want just that: a name.
    Named,
}

/// All that one piece of code uses.
#[derive(Clone, Debug, Default)]
pub(super) struct Uses {
    pub(super) variables: Vec<(Var, Use)>,
    pub(super) aliases: Vec<Rc<Alias>>,
    /// From outside of the block: by value, or `&x`.
    pub(super) captured: Vec<Captured>,
    /// Has a `?` of its own.
    pub(super) tries: bool,
    /// May panic on purpose.
    pub(super) panics: bool,
}

#[derive(Clone, Debug)]
pub(super) struct Captured {
    pub(super) name: Ident,
    pub(super) param: Ident,
    pub(super) by_ref: bool,
}

/// How a task gets at a variable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Access {
    Read,
    /// Writes if it is a `&mut`, reads otherwise.
    Touch,
    /// Takes it; the task changes its own.
    Take {
        mutable: bool,
    },
    Write,
    /// Takes it and gives it back.
    Exchange,
    /// Declares it and gives it: it was not set before.
    Set,
    /// Copies it out of what is read, for a `move` closure.
    CopyOut,
}

pub(super) enum Node {
    Task(Box<Task>),
    /// `let x;`
    Declare(Var),
    /// `{ … }`, with a value where there is somebody for it.
    Block {
        out: Out,
        nodes: Vec<Node>,
    },
    For(Box<For>),
    /// What is there when the block is built: `let x = graph.ready(&mut x);`
    Ready(Var, TokenStream, How),
}

pub(super) struct Task {
    pub(super) name: String,
    pub(super) span: Span,
    pub(super) attrs: Vec<Attribute>,
    /// With a marker in the place of each variable.
    pub(super) body: TokenStream,
    pub(super) uses: Uses,
    pub(super) out: Out,
    pub(super) shape: Shape,
    /// Found by liveness.
    pub(super) access: Vec<(Var, Access)>,
    /// There for its effects alone: found by liveness.
    pub(super) effect: bool,
    /// The `?` after a call that is the task before.
    pub(super) spliced: bool,
}

/// What kind of expression the body is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// A call by path, whose result may be deferred.
    Call,
    /// A call by path that lends something of the block: what it gives may borrow from that.
    Lending,
    /// A variable alone.
    Name,
    /// A method call.
    Method,
    /// Anything else.
    Other,
    /// Statements without a value.
    Unit,
}

/// What becomes of a value.
#[derive(Clone)]
pub(super) enum Out {
    /// Nobody wants it.
    Nothing,
    Let(Var, Option<Rc<Type>>),
    Pattern(Rc<Pattern>),
    Assign(Var),
    /// It is the value of the block around.
    Value,
    /// It is the value of the whole.
    Tail,
}

pub(super) struct Pattern {
    pub(super) pat: Pat,
    pub(super) vars: Vec<Var>,
    /// `else { … }`, resolved.
    pub(super) diverge: Option<TokenStream>,
}

impl Out {
    /// The variables that it sets.
    pub(super) fn vars(&self) -> &[Var] {
        match self {
            Out::Let(var, _) | Out::Assign(var) => std::slice::from_ref(var),
            Out::Pattern(pattern) => &pattern.vars,
            _ => &[],
        }
    }
}

pub(super) struct For {
    pub(super) attrs: Vec<Attribute>,
    pub(super) span: Span,
    pub(super) pat: Pat,
    pub(super) iter: TokenStream,
    /// What the pattern declares: slots that are there at once, or numbers.
    pub(super) vars: Vec<Var>,
    pub(super) body: Vec<Node>,
}
