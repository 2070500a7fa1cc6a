//! Web servers on this machine, with the configurations that the repository has for them.

use std::fs;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use browser::told;

/// A server that is running, and ends when this is dropped.
pub struct Server {
    process: Child,
    address: String,
    folder: PathBuf,
}

impl Server {
    pub fn nginx() -> Self {
        let (folder, port) = (folder("nginx"), free_port());
        let site = configuration(
            "nginx.conf",
            &[
                ("listen 80;", format!("listen 127.0.0.1:{port};")),
                ("/srv/gevinst", told("DIST")),
            ],
        );
        let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .map(|kind| format!("{kind}_temp_path {};\n", folder.join(kind).display()))
            .concat();
        // As Debian's own nginx.conf, for one process that whoever runs the tests may start.
        let whole = format!(
            "daemon off; master_process off; error_log stderr; pid {}/pid;\n\
             include /etc/nginx/modules-enabled/*.conf;\n\
             events {{}}\nhttp {{\naccess_log off;\n{temporary}{site}}}\n",
            folder.display()
        );
        let file = written(&folder, "nginx.conf", &whole);
        let mut nginx = Command::new(told("NGINX"));
        nginx.args(["-e", "stderr", "-c"]).arg(file);
        Self::start(nginx, folder, port)
    }

    pub fn caddy() -> Self {
        let (folder, port) = (folder("caddy"), free_port());
        let site = configuration(
            "Caddyfile",
            &[
                ("gevinst.example.no", format!("http://127.0.0.1:{port}")),
                ("/srv/gevinst", told("DIST")),
            ],
        );
        let file = written(
            &folder,
            "Caddyfile",
            &format!("{{\n\tadmin off\n}}\n{site}"),
        );
        let mut caddy = Command::new(told("CADDY"));
        caddy
            .args(["run", "--adapter", "caddyfile", "--config"])
            .arg(file)
            .env("HOME", &folder)
            .env("XDG_CONFIG_HOME", &folder)
            .env("XDG_DATA_HOME", &folder);
        Self::start(caddy, folder, port)
    }

    /// The address of the site, with a slash at its end.
    pub fn address(&self) -> &str {
        &self.address
    }

    fn start(mut program: Command, folder: PathBuf, port: u16) -> Self {
        let log = fs::File::create(folder.join("log")).expect("a log");
        let process = program.stdin(Stdio::null()).stderr(log).spawn();
        let server = Self {
            process: process.expect("the server starts"),
            address: format!("http://127.0.0.1:{port}/"),
            folder,
        };
        server.wait_until_it_answers(port);
        server
    }

    fn wait_until_it_answers(&self, port: u16) {
        let (start, address) = (
            Instant::now(),
            SocketAddr::from((Ipv4Addr::LOCALHOST, port)),
        );
        while TcpStream::connect(address).is_err() {
            if start.elapsed() > Duration::from_secs(10) {
                let log = fs::read_to_string(self.folder.join("log"));
                panic!("the server does not answer:\n{}", log.unwrap_or_default());
            }
            thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Each may fail only because there is nothing left to end or to remove.
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// A file of `www/hosting/`, with what a publisher gives it of their own.
fn configuration(name: &str, own: &[(&str, String)]) -> String {
    let browser = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = browser.ancestors().nth(2).expect("the repository");
    let text = fs::read_to_string(root.join("www/hosting").join(name)).expect("a configuration");
    let (comments, mut rules): (Vec<&str>, Vec<&str>) = text
        .lines()
        .partition(|line| line.trim_start().starts_with('#'));
    assert!(!comments.is_empty());
    rules.push("");
    own.iter().fold(rules.join("\n"), |text, (given, ours)| {
        assert_eq!(text.matches(given).count(), 1, "{given} in {name}");
        text.replace(given, ours)
    })
}

fn written(folder: &Path, name: &str, content: &str) -> PathBuf {
    let file = folder.join(name);
    fs::write(&file, content).expect("a file");
    file
}

fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    listener.local_addr().expect("an address").port()
}

/// An empty folder that no other server has.
fn folder(server: &str) -> PathBuf {
    let test = thread::current().name().unwrap_or("test").to_owned();
    let name = format!("{server}-{}-{test}", std::process::id());
    let folder = std::env::temp_dir().join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}
