//! Mounts the page.

/// Smaller by a kilobyte and a half to load than the standard library's, and as fast.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {
    gevinstsimulator::app::run();
}
