//! Browsers under remote control, for the browser tests and the bench.

use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Once;

use anyhow::{Context, Result};

use crate::background::{Background, free_port};
use crate::engines::{self, Browser, Engine, WebKit};
use crate::{places, serve};

/// `dist/` served, and a driver that starts browsers. All end when this is dropped.
pub struct Stage {
    running: Vec<Background>,
    /// Where the browsers keep their profiles.
    profiles: PathBuf,
    /// The letters that they have besides the machine's own, as Fontconfig is told of them.
    letters: Option<PathBuf>,
    /// What programs of the crate `browser` are told, by name.
    told: Vec<(&'static str, String)>,
}

impl Stage {
    /// Serves what was built, and starts the engine's driver.
    pub fn of(engine: Engine) -> Result<Self> {
        let site = serve::start(places::dist(), serve::FREE_PORT)?;
        Self::at(site, engine, None)
    }

    /// The same for tests.
    pub fn for_tests(engine: Engine) -> Result<Self> {
        Self::at(serve::start_for_tests()?, engine, None)
    }

    /// The same with letters besides the machine's own.
    pub fn with_letters(engine: Engine, letters: Option<PathBuf>) -> Result<Self> {
        let site = serve::start(places::dist(), serve::FREE_PORT)?;
        Self::at(site, engine, letters)
    }

    fn at(site: SocketAddr, engine: Engine, letters: Option<PathBuf>) -> Result<Self> {
        static UNINTERRUPTED: Once = Once::new();
        // Interrupted, we must outlive the tests and end the browsers.
        UNINTERRUPTED
            .call_once(|| ctrlc::set_handler(|| {}).expect("nobody else listens for Ctrl-C"));
        // Not in the repository: a browser's sockets lie there, and their paths must be short.
        let name = format!("gevinst-{}-{}", std::process::id(), engine.name());
        let profiles = std::env::temp_dir().join(name);
        fs::create_dir_all(&profiles)
            .with_context(|| format!("cannot create {}", profiles.display()))?;
        let mut stage = Self {
            running: Vec::new(),
            profiles,
            letters,
            told: Vec::new(),
        };
        stage.tell_of("SITE", format!("http://{site}/"));
        stage.tell_of("DIST", places::dist().display());
        stage.tell_of("ENGINE", engine.name());
        match engine {
            Engine::Chromium => stage.chromium(engines::chromium()?),
            Engine::Firefox => stage.firefox(engines::firefox()?),
            Engine::WebKit => stage.webkit(engines::webkit()?),
        }?;
        Ok(stage)
    }

    /// The site's address, with a slash at its end.
    pub fn site(&self) -> &str {
        let (_, site) = &self.told[0];
        site
    }

    /// Tells a program of the crate `browser` where to find site, drivers and browsers.
    pub fn tell<'a>(&self, program: &'a mut Command) -> &'a mut Command {
        program.envs(self.told.iter().map(|(name, value)| (name, value)))
    }

    fn tell_of(&mut self, name: &'static str, value: impl ToString) {
        self.told.push((name, value.to_string()));
    }

    fn chromium(&mut self, Browser { browser, driver }: Browser) -> Result<()> {
        let mut driver = Background::start(self.command(&driver).arg("--port=0"))?;
        let port = driver.told(|line| port_after("successfully on port ", line))?;
        self.running.push(driver);
        self.tell_of("BROWSER", browser.display());
        self.tell_of("DRIVER", address(port));
        Ok(())
    }

    fn firefox(&mut self, Browser { browser, driver }: Browser) -> Result<()> {
        let ports = ["--port", "0", "--websocket-port", "0"];
        let mut driver = self.command(&driver);
        // With access to the browser itself a test makes it forget what the one before has left.
        driver.args(ports).arg("--allow-system-access");
        let mut driver = Background::start(&mut driver)?;
        let port = driver.told(|line| port_after("Listening on 127.0.0.1:", line))?;
        self.running.push(driver);
        self.tell_of("BROWSER", browser.display());
        self.tell_of("DRIVER", address(port));
        Ok(())
    }

    /// WebKitGTK's browser has windows only: they are on a screen that nobody sees.
    fn webkit(&mut self, found: WebKit) -> Result<()> {
        let options = ["-displayfd", "1", "-nolisten", "tcp", "-screen", "0"];
        let mut screen = self.command(&found.screen);
        let mut screen = Background::start(screen.args(options).arg(SCREEN))?;
        let display: u32 = screen.told(|line| line.trim().parse().ok())?;
        let display = format!(":{display}");
        let manager = Background::start(self.command(&found.manager).env("DISPLAY", &display))?;
        let port = free_port()?;
        let mut driver = self.command(&found.driver);
        driver
            .arg("--host=127.0.0.1")
            .arg(format!("--port={port}"))
            .env("DISPLAY", display)
            .env("GDK_BACKEND", "x11")
            .env("NO_AT_BRIDGE", "1")
            // Without a graphics card layers are put together by the processor: half of what a page takes.
            .env("WEBKIT_DISABLE_COMPOSITING_MODE", "1")
            // Its sandbox does not start for root, and nothing but our own pages is opened.
            .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
        let mut driver = Background::start(&mut driver)?;
        driver.listens(port)?;
        // In this order they end: the browser before its screen.
        self.running.extend([driver, manager, screen]);
        self.tell_of("DRIVER", address(port));
        Ok(())
    }

    /// A program that keeps what it writes where it can be removed.
    fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        command
            .env("TMPDIR", &self.profiles)
            .env("HOME", &self.profiles);
        if let Some(letters) = &self.letters {
            command.env("FONTCONFIG_FILE", letters);
        }
        command
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.running.clear();
        // Fails only where there is nothing to remove, and then there is nothing to do.
        let _ = fs::remove_dir_all(&self.profiles);
    }
}

/// Larger than any window of the tests.
const SCREEN: &str = "2560x1600x24";

fn address(port: u16) -> String {
    format!("http://127.0.0.1:{port}")
}

/// The port in `ChromeDriver was started successfully on port 40529.`
fn port_after(words: &str, line: &str) -> Option<u16> {
    let (_, port) = line.split_once(words)?;
    port.trim_end_matches('.').parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_is_read_from_what_the_driver_prints() {
        let words = "successfully on port ";
        let ready = "ChromeDriver was started successfully on port 40529.";
        assert_eq!(port_after(words, ready), Some(40529));
        let not_yet = "Starting ChromeDriver 156.0 (a21c) on port 0";
        assert_eq!(port_after(words, not_yet), None);
        let listening = "1795638236625\tgeckodriver\tINFO\tListening on 127.0.0.1:42673";
        assert_eq!(port_after("127.0.0.1:", listening), Some(42673));
    }
}
