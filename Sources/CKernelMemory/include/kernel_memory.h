/// The memory of a simulated kernel: real pages at real addresses, and the one place where touching a page that is
/// gone is caught instead of ending the program.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Reserves `length` bytes of address space in which every access faults. Returns NULL where the system has none left.
void *kernel_memory_reserve(size_t length);

/// Gives back what `kernel_memory_reserve` returned.
void kernel_memory_release(void *base, size_t length);

/// Makes a page-aligned part of a reservation ready for pages that come and go: in every one of them an access faults.
void kernel_memory_prepare_holes(void *start, size_t length);

/// Puts zeroed, writable pages at a page-aligned place in such a part.
bool kernel_memory_map(void *start, size_t length);

/// Puts zeroed, writable pages at a page-aligned place outside such a part, for as long as the reservation lasts.
bool kernel_memory_map_for_good(void *start, size_t length);

/// Takes the pages away again: from now on every access to them faults.
bool kernel_memory_unmap(void *start, size_t length);

/// Makes `count` pages of a reservation ready to be covered and uncovered often: they are covered.
void kernel_memory_prepare_kept(void *start, size_t page_size, size_t count);

/// Makes pages of such a part writable, and every byte of them zero.
bool kernel_memory_uncover(void *start, size_t length);

/// Takes the pages away again, and keeps the host's memory that is behind them: every access to them faults, but to
/// uncover them costs neither a page fault nor a new page.
bool kernel_memory_cover(void *start, size_t length);

/// Makes every byte of mapped, page-aligned memory zero again.
void kernel_memory_clear(void *start, size_t length);

/// The size of a page of the machine that this runs on, in bytes.
size_t kernel_memory_host_page_size(void);

/// Reads 1, 4 or 8 bytes. Returns false, and leaves `*value` alone, where the hardware refused the access.
bool kernel_memory_load8(const void *address, uint8_t *value);
bool kernel_memory_load32(const void *address, uint32_t *value);
bool kernel_memory_load64(const void *address, uint64_t *value);

/// Writes 1, 4 or 8 bytes. Returns false where the hardware refused the access.
bool kernel_memory_store8(void *address, uint8_t value);
bool kernel_memory_store32(void *address, uint32_t value);
bool kernel_memory_store64(void *address, uint64_t value);

/// The object that this thread's simulated calls belong to; NULL between runs.
void *kernel_memory_current(void);
void kernel_memory_set_current(void *current);

/// Says who reports it when this thread runs out of stack while its simulated calls belong to a machine: `report` gets
/// that machine, on a stack of its own, and the program then ends by SIGABRT. Costs a system call once for each thread.
void kernel_memory_watch_stack(void (*report)(void *current));

/// Whether so little of this thread's stack is left that the next calls could run over its end.
bool kernel_memory_is_stack_low(void);

/// Ends the program by `signal_number` as if nobody had caught it. Never returns.
_Noreturn void kernel_memory_die(int signal_number);
