#define _GNU_SOURCE
#include "kernel_memory.h"
#include "kernel_stack.h"

#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#ifndef MAP_NORESERVE
#define MAP_NORESERVE 0
#endif

// Where the access that is under way resumes if it faults. Volatile, or the optimiser moves the stores past the access.
static _Thread_local sigjmp_buf *volatile recovery;
static _Thread_local void *current_machine;

static struct sigaction previous_segv;
static struct sigaction previous_bus;
static pthread_once_t handler_once = PTHREAD_ONCE_INIT;

static void on_fault(int number, siginfo_t *info, void *context) {
    if (current_machine && kernel_stack_was_overrun(info->si_addr)) {
        kernel_stack_report(current_machine);
    }
    if (recovery) {
        siglongjmp(*recovery, 1);
    }
    if (kernel_stack_is_reporting()) {
        kernel_memory_die(SIGABRT);
    }
    // Not ours: whoever was here before handles it; by default the program dies of it.
    struct sigaction *previous = number == SIGSEGV ? &previous_segv : &previous_bus;
    if ((previous->sa_flags & SA_SIGINFO) && previous->sa_sigaction) {
        previous->sa_sigaction(number, info, context);
    } else if (previous->sa_handler != SIG_DFL && previous->sa_handler != SIG_IGN) {
        previous->sa_handler(number);
    } else {
        kernel_memory_die(number);
    }
}

static void install_handler(void) {
    struct sigaction action = {0};
    action.sa_sigaction = on_fault;
    // NODEFER: leaving by siglongjmp without restoring the mask is what keeps a guarded access cheap. ONSTACK: where the
    // stack itself is at its end, only another one has room for a handler.
    action.sa_flags = SA_SIGINFO | SA_NODEFER | SA_ONSTACK;
    sigemptyset(&action.sa_mask);
    sigaction(SIGSEGV, &action, &previous_segv);
    sigaction(SIGBUS, &action, &previous_bus);
}

void *kernel_memory_reserve(size_t length) {
    pthread_once(&handler_once, install_handler);
    void *base = mmap(NULL, length, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    return base == MAP_FAILED ? NULL : base;
}

void kernel_memory_release(void *base, size_t length) { munmap(base, length); }

// Linux 6.13 can make pages fault without a mapping of their own, at half the price; older systems and macOS cannot.
#ifndef MADV_GUARD_INSTALL
#define MADV_GUARD_INSTALL 102
#define MADV_GUARD_REMOVE 103
#endif

static _Atomic bool has_guards;

static bool remap(void *start, size_t length, int protection) {
    int flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED | MAP_NORESERVE;
    return mmap(start, length, protection, flags, -1, 0) != MAP_FAILED;
}

void kernel_memory_prepare_holes(void *start, size_t length) {
#ifdef __linux__
    if (!remap(start, length, PROT_READ | PROT_WRITE)) {
        return;
    }
    if (madvise(start, length, MADV_GUARD_INSTALL) == 0) {
        has_guards = true;
        return;
    }
    remap(start, length, PROT_NONE);
#endif
}

bool kernel_memory_map(void *start, size_t length) {
    if (has_guards) {
        return madvise(start, length, MADV_GUARD_REMOVE) == 0;
    }
    return remap(start, length, PROT_READ | PROT_WRITE);
}

bool kernel_memory_map_for_good(void *start, size_t length) { return remap(start, length, PROT_READ | PROT_WRITE); }

void kernel_memory_prepare_kept(void *start, size_t page_size, size_t count) {
#ifdef MADV_DONTDUMP
    // Every other page is marked, which makes a mapping of each. To change a whole mapping costs a third of what it costs
    // to cut a piece out of a larger one and to join it again.
    for (size_t index = 0; index < count; index += 2) {
        madvise((char *)start + index * page_size, page_size, MADV_DONTDUMP);
    }
#endif
}

bool kernel_memory_uncover(void *start, size_t length) {
    if (mprotect(start, length, PROT_READ | PROT_WRITE) != 0) {
        return false;
    }
    memset(start, 0, length);
    return true;
}

bool kernel_memory_cover(void *start, size_t length) { return mprotect(start, length, PROT_NONE) == 0; }

bool kernel_memory_unmap(void *start, size_t length) {
    // Not munmap: the addresses stay reserved, so that nothing of the host ever comes to live in the hole.
    if (has_guards) {
        return madvise(start, length, MADV_GUARD_INSTALL) == 0;
    }
    return remap(start, length, PROT_NONE);
}

void kernel_memory_clear(void *start, size_t length) {
    // Giving many pages back costs one call; zeroing a few is cheaper than to have them zeroed by a fault each.
    if (length > 1 << 18 && madvise(start, length, MADV_DONTNEED) == 0) {
        return;
    }
    memset(start, 0, length);
}

size_t kernel_memory_host_page_size(void) { return (size_t)sysconf(_SC_PAGESIZE); }

// One volatile access between setting the recovery point and clearing it; nothing but C frames is ever jumped over.
#define GUARDED(access)               \
    sigjmp_buf here;                  \
    if (sigsetjmp(here, 0)) {         \
        recovery = NULL;              \
        return false;                 \
    }                                 \
    recovery = &here;                 \
    access;                           \
    recovery = NULL;                  \
    return true

bool kernel_memory_load64(const void *address, uint64_t *value) {
    struct unaligned { uint64_t value; } __attribute__((packed));
    GUARDED(*value = ((const volatile struct unaligned *)address)->value);
}

bool kernel_memory_store64(void *address, uint64_t value) {
    struct unaligned { uint64_t value; } __attribute__((packed));
    GUARDED(((volatile struct unaligned *)address)->value = value);
}

bool kernel_memory_load8(const void *address, uint8_t *value) { GUARDED(*value = *(const volatile uint8_t *)address); }

bool kernel_memory_load32(const void *address, uint32_t *value) {
    // Simulated structures may lie at any byte; the pages, not the alignment, decide whether an access faults.
    struct unaligned { uint32_t value; } __attribute__((packed));
    GUARDED(*value = ((const volatile struct unaligned *)address)->value);
}

bool kernel_memory_store8(void *address, uint8_t value) { GUARDED(*(volatile uint8_t *)address = value); }

bool kernel_memory_store32(void *address, uint32_t value) {
    struct unaligned { uint32_t value; } __attribute__((packed));
    GUARDED(((volatile struct unaligned *)address)->value = value);
}

void *kernel_memory_current(void) { return current_machine; }

void kernel_memory_set_current(void *current) { current_machine = current; }

_Noreturn void kernel_memory_die(int signal_number) {
    struct sigaction by_default = {0};
    by_default.sa_handler = SIG_DFL;
    sigaction(signal_number, &by_default, NULL);
    sigset_t only;
    sigemptyset(&only);
    sigaddset(&only, signal_number);
    pthread_sigmask(SIG_UNBLOCK, &only, NULL);
    raise(signal_number);
    _exit(128 + signal_number);
}
