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

impl Kind {
    /// Does the handle stand for the variable itself, and not for a reference to it?
    pub(super) fn is_value(self) -> bool {
        !matches!(self, Kind::Outside { .. } | Kind::Touched)
    }

    /// May the handle be one of something that is copied into each task, whatever the task does with it?
    pub(super) fn may_be_copied(self) -> bool {
        matches!(self, Kind::Touched | Kind::Guest)
    }
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
    /// Declares it: nobody wants it afterwards.
    Declare,
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
    Branch(Box<Branch>),
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
    /// It is the value of an arm whose branch gives the value of the whole.
    Later,
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

/// `if`, `match` or `for`, decided while the block runs.
pub(super) struct Branch {
    pub(super) attrs: Vec<Attribute>,
    pub(super) span: Span,
    pub(super) head: Head,
    pub(super) looked_at: Looked,
    pub(super) arms: Vec<Arm>,
    /// Variables from this one on are declared inside.
    pub(super) first: Var,
    pub(super) out: Out,
    /// Variables from outside of the block that it uses by value alone: they are its own.
    pub(super) moved: Vec<Ident>,
    /// How it gets at the variables around it: found by liveness.
    pub(super) access: Vec<(Var, Access)>,
    /// Something in it is there for its effects: found by liveness.
    pub(super) effect: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Head {
    /// Of one arm, or with `else`. Where the first has a pattern, it is an `if let`.
    If,
    Match,
    /// Its one arm is the body.
    For,
}

impl Head {
    /// What the task is called.
    pub(super) fn name(self) -> &'static str {
        match self {
            Head::If => "if",
            Head::Match => "match",
            Head::For => "for",
        }
    }
}

/// What a branch looks at.
pub(super) enum Looked {
    /// A variable of the block, here in the source.
    At(Var, Span),
    /// Something from outside.
    Outside(TokenStream),
}

pub(super) struct Arm {
    /// Where its value is.
    pub(super) span: Span,
    pub(super) pat: Option<Pat>,
    /// What the pattern declares: there at once.
    pub(super) vars: Vec<Var>,
    pub(super) nodes: Vec<Node>,
}

impl Branch {
    /// The variable that it looks at.
    pub(super) fn looked_at(&self) -> Option<Var> {
        match self.looked_at {
            Looked::At(var, _) => Some(var),
            Looked::Outside(_) => None,
        }
    }

    pub(super) fn any_task(&self, is: &dyn Fn(&Task) -> bool) -> bool {
        self.arms.iter().any(|arm| any_task(&arm.nodes, is))
    }

    /// Has it a `?`?
    pub(super) fn tries(&self) -> bool {
        self.any_task(&|task| task.uses.tries)
    }

    /// How it gets at a variable around it.
    pub(super) fn access_of(&self, var: Var) -> Option<Access> {
        let found = self.access.iter().find(|(other, _)| *other == var);
        found.map(|(_, access)| *access)
    }

    /// Is there a way through it on which no arm is taken?
    pub(super) fn may_pass_by(&self) -> bool {
        match self.head {
            Head::If => self.arms.len() == 1,
            Head::Match => false,
            Head::For => true,
        }
    }
}

/// Is there such a task, at whatever depth?
pub(super) fn any_task(nodes: &[Node], is: &dyn Fn(&Task) -> bool) -> bool {
    nodes.iter().any(|node| match node {
        Node::Task(task) => is(task),
        Node::Block { nodes, .. } => any_task(nodes, is),
        Node::For(each) => any_task(&each.body, is),
        Node::Branch(branch) => branch.any_task(is),
        Node::Declare(_) | Node::Ready(..) => false,
    })
}
