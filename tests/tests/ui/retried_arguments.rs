//! Each attempt takes a clone of what the task was given, and nothing is changed in place during a pause.

use tembel::delayed;

struct Socket;

#[delayed(retries = 2)]
fn send(socket: Socket, text: String) -> Result<(), String> {
    drop(socket);
    Err(text)
}

#[delayed(retries = 2)]
fn borrowed(socket: &Socket) -> Result<(), ()> {
    let _ = socket;
    Ok(())
}

#[delayed(retries = 2)]
fn called(work: impl FnOnce() -> bool) -> Result<(), ()> {
    work().then_some(()).ok_or(())
}

#[delayed(retries = 2, backoff = "1ms")]
fn changed(socket: &mut Socket) -> Result<(), ()> {
    *socket = Socket;
    Ok(())
}

impl Socket {
    #[delayed(retries = 2)]
    fn reset(&mut self) -> Result<(), ()> {
        Ok(())
    }
}

fn main() {}
