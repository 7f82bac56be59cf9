// contain: runs one program within limits, and leaves nothing of it behind.
//
//   guardian ─► watcher ─► program ─► whatever it starts
//
// The watcher reads the output, keeps the limits, and at the end kills what is left. A program can
// kill its watcher; the guardian then ends the rest and says so. On Linux both adopt orphans, so a
// daemon that forked twice and left its session is still theirs, and each dies with the one above.
#include "processes.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/select.h>
#include <sys/wait.h>
#include <unistd.h>

static const char usage[] =
    "usage: contain [--wall S] [--cpu S] [--memory MiB] [--output KiB] [--file KiB]\n"
    "               [--processes N] [--stdout FILE] [--stderr FILE] [--report FILE]\n"
    "               -- program [argument ...]\n"
    "The report is one line: exited N | signaled N | limit NAME | failed ERRNO | unwatched,\n"
    "then `bytes N leftover N`.\n";

/// Limits by name, in the order of `limits`; 0 is no limit.
enum { WALL, CPU, MEMORY, OUTPUT, FILES, PROCESSES, LIMITS };
static const char *const names[LIMITS] = {"wall", "cpu", "memory", "output", "file", "processes"};

struct options {
  long limits[LIMITS];
  const char *out, *err, *report;
  char **program;
};

/// One of the program's two outputs: where it is read, where it is kept, how much has come.
struct stream {
  int from, to;
  long bytes;
};

struct run {
  const struct options *options;
  pid_t program;
  struct stream streams[2];
  char ending[64];  // empty while the program runs
};

static volatile sig_atomic_t stopped;

static void on_signal(int number) {
  if (number != SIGCHLD) stopped = 1;
}

/// Blocks the signals that end a wait, so that none is lost between a check and the wait.
static sigset_t hold_signals(void) {
  const int held[] = {SIGCHLD, SIGTERM, SIGINT, SIGHUP};
  sigset_t set, none;
  sigemptyset(&set);
  sigemptyset(&none);
  struct sigaction action = {.sa_handler = on_signal};
  for (size_t i = 0; i < sizeof held / sizeof *held; i++) {
    sigaddset(&set, held[i]);
    sigaction(held[i], &action, NULL);
  }
  sigprocmask(SIG_BLOCK, &set, NULL);
  return none;
}

static void end(struct run *run, const char *word, const char *name, long number) {
  if (run->ending[0]) return;
  if (name) snprintf(run->ending, sizeof run->ending, "%s %s", word, name);
  else snprintf(run->ending, sizeof run->ending, "%s %ld", word, number);
}

static void limit(int resource, long value, long more) {
  struct rlimit rlimit;
  if (getrlimit(resource, &rlimit) != 0) return;
  if (rlimit.rlim_max == RLIM_INFINITY || (rlim_t)(value + more) < rlimit.rlim_max)
    rlimit.rlim_max = (rlim_t)(value + more);
  rlimit.rlim_cur = (rlim_t)value < rlimit.rlim_max ? (rlim_t)value : rlimit.rlim_max;
  setrlimit(resource, &rlimit);
}

/// In the child: becomes the program. Writes errno to `failure` where that is impossible.
static void become_program(const struct options *options, int out, int err, int failure) {
  setsid();
  sigset_t none;
  sigemptyset(&none);
  for (int number = 1; number < 32; number++) signal(number, SIG_DFL);
  sigprocmask(SIG_SETMASK, &none, NULL);
  int null = open("/dev/null", O_RDONLY);
  dup2(null, 0);
  dup2(out, 1);
  dup2(err, 2);
  close_from(3, failure);
  limit(RLIMIT_CORE, 0, 0);
  // The hard limit is a second later: a program that ignores SIGXCPU is killed.
  if (options->limits[CPU]) limit(RLIMIT_CPU, options->limits[CPU], 1);
  if (options->limits[FILES]) limit(RLIMIT_FSIZE, options->limits[FILES] * 1024, 0);
  execvp(options->program[0], options->program);
  int number = errno;
  if (write(failure, &number, sizeof number) < 0) _exit(126);
  _exit(127);
}

/// Takes what an output holds now; closes it at its end.
static void copy(struct run *run, struct stream *stream) {
  char buffer[65536];
  long most = run->options->limits[OUTPUT] * 1024;
  while (stream->from >= 0) {
    ssize_t count = read(stream->from, buffer, sizeof buffer);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0 && errno == EAGAIN) return;
    if (count <= 0) {
      close(stream->from);
      stream->from = -1;
      return;
    }
    ssize_t kept = count;
    if (most && stream->bytes + count > most) kept = most - stream->bytes;
    for (ssize_t done = 0, wrote; done < kept; done += wrote)
      if ((wrote = write(stream->to, buffer + done, (size_t)(kept - done))) < 0) {
        end(run, "failed", NULL, errno);
        return;
      }
    stream->bytes += kept;
    if (kept < count) {
      end(run, "limit", names[OUTPUT], 0);
      return;
    }
  }
}

/// Whether a signal came from the limit of processor time: a program can send itself any. The
/// system counts for the limit in ticks and afterwards exactly, so that the two differ a little.
static int spent_processor(const long *limits, int number, const struct rusage *used) {
  if (!limits[CPU]) return 0;
  double seconds = (double)(used->ru_utime.tv_sec + used->ru_stime.tv_sec) +
                   (double)(used->ru_utime.tv_usec + used->ru_stime.tv_usec) / 1e6;
  double limit = (double)limits[CPU];
  return (number == SIGXCPU && seconds >= limit * 0.75) || (number == SIGKILL && seconds >= limit);
}

/// Reaps what has ended, orphans included; notes how the program itself ended.
static void reap(struct run *run) {
  int status;
  struct rusage used;
  pid_t pid;
  while ((pid = wait4(-1, &status, WNOHANG, &used)) > 0) {
    if (pid != run->program) continue;
    const long *limits = run->options->limits;
    int number = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    int filled = number == SIGXFSZ && limits[FILES] && holds_file_of(".", limits[FILES] * 1024);
    if (limits[MEMORY] && resident_peak(&used) > limits[MEMORY]) end(run, "limit", "memory", 0);
    else if (spent_processor(limits, number, &used)) end(run, "limit", "cpu", 0);
    else if (filled) end(run, "limit", "file", 0);
    else if (number) end(run, "signaled", NULL, number);
    else end(run, "exited", NULL, WEXITSTATUS(status));
  }
}

/// Counted here and not by RLIMIT_NPROC, which does not bind root and counts the user's other
/// processes; memory is what is touched, because a runtime may reserve addresses without end.
static void check_tree(struct run *run, double deadline) {
  const long *limits = run->options->limits;
  struct tree tree = tree_of(getpid());
  if (limits[PROCESSES] && tree.count > limits[PROCESSES]) end(run, "limit", "processes", 0);
  if (limits[MEMORY] && tree_memory(&tree) > limits[MEMORY]) end(run, "limit", "memory", 0);
  if (limits[WALL] && now() >= deadline) end(run, "limit", "wall", 0);
}

static void wait_for_news(const struct run *run, const sigset_t *none) {
  fd_set readable;
  FD_ZERO(&readable);
  int last = -1;
  for (int i = 0; i < 2; i++) {
    if (run->streams[i].from < 0) continue;
    FD_SET(run->streams[i].from, &readable);
    if (run->streams[i].from > last) last = run->streams[i].from;
  }
  const struct timespec tick = {.tv_nsec = 10 * 1000 * 1000};
  pselect(last + 1, &readable, NULL, NULL, &tick, none);
}

static void start(struct run *run, int failure, const int ends[2]) {
  pid_t watcher = getpid();
  run->program = fork();
  if (run->program < 0) end(run, "failed", NULL, errno);
  if (run->program != 0) return;
  die_with(watcher);
  make_first_to_go();
  become_program(run->options, ends[0], ends[1], failure);
}

/// Opens one output; returns the end that the program writes to.
static int open_stream(struct run *run, int index, const char *file) {
  int ends[2] = {-1, -1};
  struct stream *stream = &run->streams[index];
  stream->to = file ? open(file, O_WRONLY | O_CREAT | O_TRUNC, 0644) : index + 1;
  if (stream->to < 0 || pipe(ends) != 0) end(run, "failed", NULL, errno);
  stream->from = ends[0];
  fcntl(stream->from, F_SETFL, O_NONBLOCK);
  return ends[1];
}

/// The watcher: runs the program to its end, or to its limit, and reports to the guardian.
static void watch(const struct options *options, int report, const sigset_t *none) {
  struct run run = {.options = options};
  int ends[2], failure[2] = {-1, -1}, number = 0;
  ends[0] = open_stream(&run, 0, options->out);
  ends[1] = open_stream(&run, 1, options->err);
  if (pipe(failure) != 0) end(&run, "failed", NULL, errno);
  double deadline = now() + (double)options->limits[WALL];
  if (!run.ending[0]) start(&run, failure[1], ends);
  close(ends[0]);
  close(ends[1]);
  close(failure[1]);
  while (!run.ending[0]) {
    wait_for_news(&run, none);
    for (int i = 0; i < 2; i++) copy(&run, &run.streams[i]);
    reap(&run);
    if (!run.ending[0]) check_tree(&run, deadline);
  }
  if (read(failure[0], &number, sizeof number) == sizeof number)
    snprintf(run.ending, sizeof run.ending, "failed %d", number);
  int leftover = end_tree(run.program);
  for (int i = 0; i < 2; i++) copy(&run, &run.streams[i]);
  dprintf(report, "%s bytes %ld leftover %d\n", run.ending,
          run.streams[0].bytes + run.streams[1].bytes, leftover);
  exit(0);
}

/// Waits for the watcher; ends it where the program stopped it, where whoever started the guardian is
/// gone, and where it is far too late: a busy machine may hold it up long after the limit.
static int guard(pid_t starter, pid_t watcher, long wall, const sigset_t *none) {
  double latest = now() + (double)wall + 60;
  int status;
  for (;;) {
    pid_t changed = waitpid(watcher, &status, WNOHANG | WUNTRACED);
    if (changed == watcher && !WIFSTOPPED(status)) return status;
    if (changed == watcher) kill(watcher, SIGKILL);
    const struct timespec tick = {.tv_nsec = 100 * 1000 * 1000};
    pselect(0, NULL, NULL, NULL, &tick, none);
    if (getppid() != starter) stopped = 1;
    if (stopped || (wall && now() > latest)) kill(watcher, SIGKILL);
  }
}

static struct options parse(int argc, char **argv) {
  struct options options = {.program = argv};
  int i = 1;
  for (; i + 1 < argc && strcmp(argv[i], "--") != 0; i += 2) {
    const char *name = argv[i] + (strncmp(argv[i], "--", 2) == 0 ? 2 : 0);
    int known = 1, which = 0;
    while (which < LIMITS && strcmp(name, names[which]) != 0) which++;
    if (which < LIMITS) options.limits[which] = atol(argv[i + 1]);
    else if (strcmp(name, "stdout") == 0) options.out = argv[i + 1];
    else if (strcmp(name, "stderr") == 0) options.err = argv[i + 1];
    else if (strcmp(name, "report") == 0) options.report = argv[i + 1];
    else known = 0;
    if (!known) break;
  }
  if (i + 1 >= argc || strcmp(argv[i], "--") != 0) {
    fputs(usage, stderr);
    exit(2);
  }
  options.program = argv + i + 1;
  return options;
}

int main(int argc, char **argv) {
  pid_t starter = getppid();
  struct options options = parse(argc, argv);
  sigset_t none = hold_signals();
  int line[2];
  if (pipe(line) != 0) return 70;
  adopt_orphans();
  pid_t guardian = getpid(), watcher = fork();
  if (watcher < 0) return 70;
  if (watcher == 0) {
    die_with(guardian);
    adopt_orphans();
    close(line[0]);
    watch(&options, line[1], &none);
  }
  close(line[1]);
  int status = guard(starter, watcher, options.limits[WALL], &none);
  int leftover = end_tree(0);
  char report[128] = {0};
  ssize_t length = read(line[0], report, sizeof report - 1);
  if (length <= 0)
    snprintf(report, sizeof report, "%s bytes 0 leftover %d\n",
             WIFSIGNALED(status) ? "unwatched" : "failed 0", leftover);
  int to = options.report ? open(options.report, O_WRONLY | O_CREAT | O_TRUNC, 0644) : 2;
  if (to < 0 || write(to, report, strlen(report)) < 0) return 70;
  return stopped ? 128 + SIGTERM : 0;
}
