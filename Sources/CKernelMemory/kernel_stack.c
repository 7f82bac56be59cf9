#define _GNU_SOURCE
#include "kernel_stack.h"
#include "kernel_memory.h"

#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

// The lowest address of this thread's stack, and the one below which little of it is left; 0 until they are known.
static _Thread_local uintptr_t stack_low;
static _Thread_local uintptr_t stack_warning;
static _Thread_local void (*stack_report)(void *);
static _Thread_local bool is_reporting;

// Room for a report, which formats text and writes it wherever the machine's terminal goes.
static const size_t alternate_bytes = 1 << 20;
// A call that runs over the end may have a large frame.
static const uintptr_t reach_below = 1 << 20;
static const uintptr_t reach_above = 1 << 16;
// What the kernel's own calls need, down to the report of an overflow, unoptimised.
static const uintptr_t margin = 1 << 18;

static pthread_key_t alternate_key;
static pthread_once_t key_once = PTHREAD_ONCE_INIT;

static void release_alternate(void *base) {
    stack_t none = {.ss_flags = SS_DISABLE};
    sigaltstack(&none, NULL);
    munmap(base, alternate_bytes);
}

static void make_key(void) { pthread_key_create(&alternate_key, release_alternate); }

static bool find_stack(uintptr_t *low, uintptr_t *bytes) {
#ifdef __APPLE__
    *bytes = pthread_get_stacksize_np(pthread_self());
    *low = (uintptr_t)pthread_get_stackaddr_np(pthread_self()) - *bytes;
    return true;
#else
    pthread_attr_t attributes;
    if (pthread_getattr_np(pthread_self(), &attributes) != 0) {
        return false;
    }
    void *base = NULL;
    size_t size = 0;
    bool is_known = pthread_attr_getstack(&attributes, &base, &size) == 0;
    pthread_attr_destroy(&attributes);
    *low = (uintptr_t)base;
    *bytes = size;
    return is_known;
#endif
}

void kernel_memory_watch_stack(void (*report)(void *current)) {
    stack_report = report;
    if (stack_low) {
        return;
    }
    uintptr_t low, bytes;
    if (!find_stack(&low, &bytes)) {
        return;
    }
    void *base = mmap(NULL, alternate_bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (base == MAP_FAILED) {
        return;
    }
    stack_t alternate = {.ss_sp = base, .ss_size = alternate_bytes};
    if (sigaltstack(&alternate, NULL) != 0) {
        munmap(base, alternate_bytes);
        return;
    }
    pthread_once(&key_once, make_key);
    pthread_setspecific(alternate_key, base);
    stack_low = low;
    stack_warning = low + (margin < bytes / 4 ? margin : bytes / 4);
}

bool kernel_memory_is_stack_low(void) {
    uintptr_t here = (uintptr_t)__builtin_frame_address(0);
    return here < stack_warning && here >= stack_low;
}

bool kernel_stack_was_overrun(const void *address) {
    uintptr_t place = (uintptr_t)address;
    return stack_low && !is_reporting && place + reach_below >= stack_low && place < stack_low + reach_above;
}

static void give_up(int number) {
    (void)number;
    kernel_memory_die(SIGABRT);
}

bool kernel_stack_is_reporting(void) { return is_reporting; }

void kernel_stack_report(void *current) {
    is_reporting = true;
    // Whatever was cut short may hold a lock that the report needs, or have left something half done: then there is none,
    // but the program ends all the same.
    const int signals[] = {SIGILL, SIGTRAP, SIGALRM};
    struct sigaction action = {0};
    action.sa_handler = give_up;
    action.sa_flags = SA_NODEFER | SA_ONSTACK;
    sigemptyset(&action.sa_mask);
    sigset_t all;
    sigemptyset(&all);
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        sigaction(signals[i], &action, NULL);
        sigaddset(&all, signals[i]);
    }
    pthread_sigmask(SIG_UNBLOCK, &all, NULL);
    alarm(10);
    if (stack_report) {
        stack_report(current);
    }
    kernel_memory_die(SIGABRT);
}
