//! A real WordPress: somebody pastes the simulator's address into a post, and others read it.

use std::fs;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use browser::simulator::slider;
use browser::{Engine, Page, told};

use super::hosts::{WINDOW, simulator};

const FRAME: &str = "iframe.wp-embedded-content";

/// A WordPress with a database of its own. Both end, and all that they wrote is removed, when this is dropped.
struct WordPress {
    address: String,
    folder: PathBuf,
    processes: Vec<Child>,
    /// The ids of its posts.
    posts: Vec<String>,
}

impl WordPress {
    /// Starts it, with posts that have this address in them.
    #[track_caller]
    fn start(pasted: &str) -> Self {
        let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("../hosts/wordpress");
        let wordpress = PathBuf::from(told("WORDPRESS"));
        let config = fs::copy(own.join("wp-config.php"), wordpress.join("wp-config.php"));
        config.expect("WordPress' folder can be written");
        // Sockets have short names.
        let folder = std::env::temp_dir().join(format!("wordpress-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder for the database");
        let mut this = Self {
            address: format!("http://localhost:{}", free_port()),
            folder,
            processes: Vec::new(),
            posts: Vec::new(),
        };
        this.start_database();
        let port = this.address.rsplit(':').next().unwrap_or_default();
        let listen = format!("127.0.0.1:{port}");
        let mut server = this.php(&own);
        server.args(["-S", &listen, "-t"]).arg(&wordpress);
        this.spawn(&mut server);
        let mut posts = this.php(&own);
        posts.arg(own.join("posts.php")).arg(&wordpress).arg(pasted);
        let made = posts.stderr(Stdio::inherit()).output().expect("PHP");
        let made = String::from_utf8_lossy(&made.stdout).into_owned();
        this.posts = made.lines().map(str::to_owned).collect();
        let numbered = |id: &String| id.parse::<u32>().is_ok();
        assert!(
            this.posts.len() == 2 && this.posts.iter().all(numbered),
            "{made}"
        );
        this
    }

    fn start_database(&mut self) {
        let data = self.folder.join("data");
        let data = format!("--datadir={}", data.display());
        let mut install = Command::new("mariadb-install-db");
        install.args([
            "--no-defaults",
            "--auth-root-authentication-method=normal",
            "--skip-test-db",
        ]);
        let installed = install
            .args([&data, "--user=root"])
            .output()
            .expect("MariaDB");
        assert!(
            installed.status.success(),
            "{}",
            String::from_utf8_lossy(&installed.stderr)
        );
        let mut server = Command::new("mariadbd");
        server.args([
            "--no-defaults",
            &data,
            "--user=root",
            "--skip-networking",
            "--innodb-flush-log-at-trx-commit=0",
        ]);
        server.arg(format!("--socket={}", self.socket().display()));
        self.spawn(&mut server);
    }

    fn socket(&self) -> PathBuf {
        self.folder.join("socket")
    }

    fn php(&self, own: &Path) -> Command {
        let mut php = Command::new("php");
        php.env("DATABASE_SOCKET", self.socket())
            .env("WORDPRESS_ADDRESS", &self.address)
            .env("WORDPRESS_PLUGINS", own.join("plugins"));
        php
    }

    #[track_caller]
    fn spawn(&mut self, command: &mut Command) {
        command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let process = command.spawn();
        let process = process.unwrap_or_else(|error| panic!("{command:?}: {error}"));
        self.processes.push(process);
    }

    #[track_caller]
    fn open(&self, post: usize) -> Page {
        let page = Page::host(&format!("{}/?p={}", self.address, self.posts[post]), WINDOW);
        page.wait_for(FRAME);
        page
    }
}

impl Drop for WordPress {
    fn drop(&mut self) {
        for process in self.processes.iter_mut().rev() {
            // One that has ended already cannot be ended.
            let _ = process.kill();
            let _ = process.wait();
        }
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    listener.local_addr().expect("a port").port()
}

#[test]
fn an_address_pasted_into_a_post_becomes_a_simulator_that_works() {
    let wordpress = WordPress::start(&format!("{}nb/monitor/", simulator()));
    for post in [0, 1] {
        let page = wordpress.open(post);
        assert_eq!(
            page.attribute(FRAME, "sandbox").as_deref(),
            Some("allow-scripts")
        );
        assert_follows(&page);
        page.picture(&format!("wordpress-{post}"));
        page.enter(FRAME);
        page.wait_for_simulator();
        let before = page.text("#npv");
        page.slide_by_keyboard(&slider("reach"), 61.0);
        page.wait_until("the figures follow", || page.text("#npv") != before);
        page.leave();
        let mut console = page.console();
        // This WordPress has no icon.
        console.retain(|entry| !entry.contains("/favicon.ico"));
        assert_eq!(console, [""; 0]);
    }
    // The way to the whole leads out of the frame, with the scenario.
    let page = wordpress.open(0);
    assert_follows(&page);
    page.enter(FRAME);
    page.wait_for_simulator();
    page.slide_by_keyboard(&slider("reach"), 61.0);
    page.wait_until("the link has the scenario", || {
        page.attribute(".whole a", "href")
            .is_some_and(|href| href.contains("reach=0.61"))
    });
    if page.engine() == Engine::WebKit {
        // Its driver gives a frame that it clicks in no focus, which WordPress asks for before it follows the link.
        return;
    }
    page.click(".whole a");
    page.leave();
    page.wait_for("#controls");
    assert!(
        page.path()
            .starts_with(&format!("{}nb/monitor/?v=1&reach=0.61", simulator())),
        "{}",
        page.path()
    );
}

/// The frame is as high as its content, as far as WordPress goes, and the link before it is gone.
#[track_caller]
fn assert_follows(page: &Page) {
    const HIGHEST: f64 = 1000.0;
    page.enter(FRAME);
    page.wait_for_simulator();
    let content =
        page.js("return Math.ceil(document.documentElement.getBoundingClientRect().height)");
    page.leave();
    let content = content.as_f64().unwrap_or_default();
    page.wait_until("the frame is as high as WordPress lets it", || {
        page.attribute(FRAME, "height") == Some(content.min(HIGHEST).to_string())
    });
    assert!(page.visible(FRAME));
    assert!(!page.visible("blockquote.wp-embedded-content"));
}
