//! Mounts the page.

fn main() {
    gevinstsimulator::app::run();
}
