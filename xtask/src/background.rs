//! Programs that run beside us for a while: drivers of browsers, and a screen for those that need one.

use std::io::{BufRead, BufReader, ErrorKind};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

/// How long a program may take until it listens.
const PATIENCE: Duration = Duration::from_secs(30);
const PAUSE: Duration = Duration::from_millis(20);

/// A running program, in a process group of its own with all that it starts. They end when this is dropped.
pub struct Background {
    process: Child,
    name: String,
}

impl Background {
    pub fn start(command: &mut Command) -> Result<Self> {
        let name = command.get_program().to_string_lossy().into_owned();
        command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        own_group(command);
        let process = command.spawn();
        let process = process.with_context(|| format!("cannot start {name}"))?;
        Ok(Self { process, name })
    }

    /// What the program tells of itself when it is ready, in a line of its output that `read` understands.
    pub fn told<T>(&mut self, read: impl Fn(&str) -> Option<T>) -> Result<T> {
        let output = self.process.stdout.take();
        let mut lines = BufReader::new(output.context("its output is read already")?).lines();
        for line in lines.by_ref() {
            if let Some(told) = read(&line?) {
                keep_reading(lines);
                return Ok(told);
            }
        }
        bail!(
            "{} ended before it was ready: start it by hand to see why",
            self.name
        );
    }

    /// Waits until the program listens on a port of this machine.
    pub fn listens(&mut self, port: u16) -> Result<()> {
        let start = Instant::now();
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        loop {
            match TcpStream::connect(address) {
                Err(error) if error.kind() != ErrorKind::ConnectionRefused => {
                    return Err(error.into());
                }
                Err(_) => thread::sleep(PAUSE),
                Ok(_) => return Ok(()),
            }
            let ended = self.process.try_wait()?;
            ensure!(
                ended.is_none() && start.elapsed() < PATIENCE,
                "{} does not listen on port {port}: start it by hand to see why",
                self.name
            );
        }
    }
}

impl Drop for Background {
    fn drop(&mut self) {
        // Each may fail only because there is nothing left to end.
        let _ = end_group(&mut self.process);
        let _ = self.process.wait();
    }
}

/// A port that is free just now, for programs that cannot tell which one they chose.
pub fn free_port() -> Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("no port is free")?;
    Ok(listener.local_addr()?.port())
}

/// A program whose output nobody reads stops when the pipe is full, and ends when the pipe is closed.
fn keep_reading(lines: std::io::Lines<BufReader<ChildStdout>>) {
    thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
}

#[cfg(unix)]
fn own_group(command: &mut Command) {
    use std::os::unix::process::CommandExt;
    command.process_group(0);
}

#[cfg(unix)]
fn end_group(process: &mut Child) -> std::io::Result<()> {
    use rustix::process::{Pid, Signal, kill_process_group};
    Ok(kill_process_group(Pid::from_child(process), Signal::KILL)?)
}

#[cfg(not(unix))]
fn own_group(_: &mut Command) {}

#[cfg(not(unix))]
fn end_group(process: &mut Child) -> std::io::Result<()> {
    process.kill()
}
