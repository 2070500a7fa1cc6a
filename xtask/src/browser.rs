//! A Chromium under remote control, for the browser tests and the bench.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::thread;

use anyhow::{Context, Result, bail};

use crate::{places, serve, setup};

/// `dist/` served, and a driver that starts browsers. Both end when this is dropped.
pub struct Stage {
    driver: Driver,
    site: String,
    browser: PathBuf,
}

impl Stage {
    /// Serves what was built, and starts the driver.
    pub fn set() -> Result<Self> {
        let setup::Chromium { browser, driver } = setup::chromium()?;
        let address = serve::start(places::dist(), serve::FREE_PORT)?;
        let site = format!("http://{address}/");
        Ok(Self {
            driver: Driver::start(&driver)?,
            site,
            browser,
        })
    }

    /// The site's address, with a slash at its end.
    pub fn site(&self) -> &str {
        &self.site
    }

    /// Tells a program of the crate `browser` where to find site, driver and browser.
    pub fn tell<'a>(&self, program: &'a mut Command) -> &'a mut Command {
        program
            .env("SITE", &self.site)
            .env(
                "WEBDRIVER",
                format!("http://127.0.0.1:{}", self.driver.port),
            )
            .env("BROWSER", &self.browser)
            .env("DIST", places::dist())
    }
}

/// A running chromedriver, in a process group of its own with the browsers that it starts.
struct Driver {
    process: Child,
    port: u16,
    /// Where the browsers keep their profiles.
    profiles: PathBuf,
}

impl Driver {
    fn start(program: &std::path::Path) -> Result<Self> {
        // Not in the repository: a browser's sockets lie there, and their paths must be short.
        let profiles = std::env::temp_dir().join(format!("gevinst-{}", std::process::id()));
        fs::create_dir_all(&profiles)
            .with_context(|| format!("cannot create {}", profiles.display()))?;
        // Interrupted, we must outlive the tests and end the browsers.
        ctrlc::set_handler(|| {}).context("cannot listen for Ctrl-C")?;
        let mut command = Command::new(program);
        command.arg("--port=0").env("TMPDIR", &profiles);
        command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        own_group(&mut command);
        let process = command
            .spawn()
            .with_context(|| format!("cannot start {}", program.display()))?;
        let mut driver = Self {
            process,
            port: 0,
            profiles,
        };
        driver.port = driver.read_port()?;
        Ok(driver)
    }

    /// The port that the driver chose, which it prints when it is ready.
    fn read_port(&mut self) -> Result<u16> {
        let stdout = self
            .process
            .stdout
            .take()
            .context("chromedriver has no output")?;
        let mut lines = BufReader::new(stdout).lines();
        for line in lines.by_ref() {
            if let Some(port) = port_in(&line?) {
                keep_reading(lines);
                return Ok(port);
            }
        }
        bail!("chromedriver ended before it was ready: start it by hand to see why");
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Each may fail only because there is nothing left to end or to remove.
        let _ = end_group(&mut self.process);
        let _ = self.process.wait();
        let _ = fs::remove_dir_all(&self.profiles);
    }
}

/// The port in `ChromeDriver was started successfully on port 40529.`
fn port_in(line: &str) -> Option<u16> {
    let (_, port) = line.split_once("successfully on port ")?;
    port.trim_end_matches('.').parse().ok()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_is_read_from_what_the_driver_prints() {
        assert_eq!(
            port_in("ChromeDriver was started successfully on port 40529."),
            Some(40529)
        );
        assert_eq!(
            port_in("Starting ChromeDriver 156.0 (a21c) on port 0"),
            None
        );
    }
}
