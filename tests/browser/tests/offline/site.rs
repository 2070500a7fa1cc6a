//! A site that is published, published again, and taken off the network.

use std::fs;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::thread::{self, JoinHandle};

use axum::Router;
use axum::http::HeaderValue;
use axum::http::header::ACCESS_CONTROL_ALLOW_ORIGIN;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use browser::told;
use sha2::{Digest, Sha256};
use tokio::net::TcpSocket;
use tokio::runtime::Builder;
use tokio::sync::oneshot::{Sender, channel};
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

pub const WORKER: &str = "service-worker.js";

/// A copy of what was built, in a folder and at an address of its own.
pub struct Site {
    folder: PathBuf,
    address: SocketAddr,
    /// The server, while there is one, and how it is told to end.
    server: Option<(Sender<()>, JoinHandle<()>)>,
}

impl Site {
    pub fn new() -> Self {
        let test = thread::current().name().unwrap_or("test").to_owned();
        let folder = std::env::temp_dir().join(format!("offline-{}-{test}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        copy(Path::new(&told("DIST")), &folder);
        let mut site = Self {
            folder,
            address: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            server: None,
        };
        site.start();
        site
    }

    /// The site's address, with a slash at its end.
    pub fn address(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Serves, at the same address as before.
    pub fn start(&mut self) {
        let runtime = Builder::new_current_thread().enable_all().build();
        let runtime = runtime.expect("a runtime");
        let socket = runtime
            .block_on(async { TcpSocket::new_v4() })
            .expect("a socket");
        socket.set_reuseaddr(true).expect("an address used again");
        socket.bind(self.address).expect("the address");
        let listener = runtime
            .block_on(async { socket.listen(64) })
            .expect("a listener");
        self.address = listener.local_addr().expect("an address");
        let (end, ended) = channel();
        // Sandboxed frames ask as strangers.
        let anybody = SetResponseHeaderLayer::overriding(
            ACCESS_CONTROL_ALLOW_ORIGIN,
            HeaderValue::from_static("*"),
        );
        let files = ServeDir::new(&self.folder);
        let site = Router::new().fallback_service(files).layer(anybody);
        let server = thread::spawn(move || {
            runtime.spawn(axum::serve(listener, site).into_future());
            // The end comes also when nobody can tell it any more.
            let _ = runtime.block_on(ended);
        });
        self.server = Some((end, server));
    }

    /// Nobody answers any more.
    pub fn stop(&mut self) {
        if let Some((end, server)) = self.server.take() {
            // Fails only where it has ended already.
            let _ = end.send(());
            let _ = server.join();
        }
    }

    pub fn read(&self, file: &str) -> Vec<u8> {
        fs::read(self.folder.join(file)).expect("a file of the site")
    }

    pub fn text(&self, file: &str) -> String {
        String::from_utf8(self.read(file)).expect("a text")
    }

    pub fn write(&self, file: &str, content: impl AsRef<[u8]>) {
        fs::write(self.folder.join(file), content).expect("a file of the site");
    }

    /// Publishes a file in another version, as `dist` does: the worker has its new digest.
    pub fn publish(&self, file: &str, new: &[u8]) {
        let (old, worker) = (self.read(file), self.text(WORKER));
        assert!(old != new, "{file} is the same");
        assert!(worker.contains(&digest(&old)), "{file} is not kept");
        self.write(file, new);
        let worker = worker.replace(&digest(&old), &digest(new));
        let (before, after) = worker.split_once("ours + \"").expect("a version");
        let (_, after) = after.split_once('"').expect("its end");
        let version = digest(worker.as_bytes());
        self.write(WORKER, format!("{before}ours + \"{version}\"{after}"));
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.stop();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn digest(content: &[u8]) -> String {
    STANDARD.encode(Sha256::digest(content))
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("what was built") {
        let entry = entry.expect("a file");
        let copied = to.join(entry.file_name());
        match entry.path().is_dir() {
            true => copy(&entry.path(), &copied),
            false => drop(fs::copy(entry.path(), copied).expect("a copy")),
        }
    }
}
