//! Unpacks LZMA in a browser, which has nothing as good of its own: see `www/unpack.js` and `xtask/src/one_file.rs`.

use adler2::adler32_slice;
use lzma_rust2::{Action, LzmaStream};
use std::slice;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Gives the address of so many bytes of memory, which are never given back.
#[unsafe(no_mangle)]
pub extern "C" fn room(size: usize) -> *mut u8 {
    vec![0; size].leak().as_mut_ptr()
}

/// Unpacks an `.lzma` file of so many bytes to a place that takes all that is in it. Says whether that went well, and
/// whether what is there now has this checksum (Adler-32).
///
/// # Safety
/// Both places are of [`room`], and as large as is said.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn unpack(
    packed: *const u8,
    size: usize,
    to: *mut u8,
    unpacked: usize,
    checksum: u32,
) -> bool {
    let (packed, to) = unsafe {
        (
            slice::from_raw_parts(packed, size),
            slice::from_raw_parts_mut(to, unpacked),
        )
    };
    let mut stream = LzmaStream::new_mem_limit(u32::MAX, None);
    let done = stream.process(packed, to, Action::Finish);
    done.is_ok_and(|done| done.bytes_produced == unpacked) && adler32_slice(to) == checksum
}
