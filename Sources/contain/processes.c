#include "processes.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/prctl.h>
#else
#include <libproc.h>
#endif

double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

#ifdef __linux__

/// Adds the children of one thread: the kernel lists them by the thread that made them.
static void add_children_of_thread(struct tree *tree, pid_t pid, const char *thread) {
  char path[96];
  snprintf(path, sizeof path, "/proc/%d/task/%.20s/children", (int)pid, thread);
  FILE *file = fopen(path, "re");
  int child;
  if (!file) return;
  while (tree->count < TREE_MAX && fscanf(file, "%d", &child) == 1)
    tree->pids[tree->count++] = (pid_t)child;
  fclose(file);
}

static void add_children(struct tree *tree, pid_t pid) {
  char path[64];
  snprintf(path, sizeof path, "/proc/%d/task", (int)pid);
  DIR *threads = opendir(path);
  if (!threads) return;
  for (struct dirent *entry; (entry = readdir(threads));)
    if (entry->d_name[0] != '.') add_children_of_thread(tree, pid, entry->d_name);
  closedir(threads);
}

static long resident_bytes(pid_t pid) {
  char path[64];
  long total, resident = 0;
  snprintf(path, sizeof path, "/proc/%d/statm", (int)pid);
  FILE *file = fopen(path, "re");
  if (!file) return 0;
  if (fscanf(file, "%ld %ld", &total, &resident) != 2) resident = 0;
  fclose(file);
  return resident * sysconf(_SC_PAGESIZE);
}

long resident_peak(const struct rusage *used) { return used->ru_maxrss / 1024; }

void adopt_orphans(void) { prctl(PR_SET_CHILD_SUBREAPER, 1); }

void die_with(pid_t parent) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  // The parent may have died before the line above.
  if (getppid() != parent) _exit(1);
}

void make_first_to_go(void) {
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  int file = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
  if (file < 0 || write(file, "1000", 4) < 0) errno = 0;  // a courtesy, not a condition
  if (file >= 0) close(file);
}

#else

static void add_children(struct tree *tree, pid_t pid) {
  int room = TREE_MAX - tree->count;
  int count = proc_listchildpids(pid, tree->pids + tree->count, room * (int)sizeof(pid_t));
  if (count > 0) tree->count += count < room ? count : room;
}

static long resident_bytes(pid_t pid) {
  struct rusage_info_v2 info;
  if (proc_pid_rusage(pid, RUSAGE_INFO_V2, (rusage_info_t *)&info) != 0) return 0;
  return (long)info.ri_resident_size;
}

long resident_peak(const struct rusage *used) { return used->ru_maxrss / (1024 * 1024); }

void adopt_orphans(void) {}

void die_with(pid_t parent) { (void)parent; }

void make_first_to_go(void) {}

#endif

struct tree tree_of(pid_t root) {
  struct tree tree = {.count = 0};
  add_children(&tree, root);
  for (int i = 0; i < tree.count; i++) add_children(&tree, tree.pids[i]);
  return tree;
}

long tree_memory(const struct tree *tree) {
  long bytes = 0;
  for (int i = 0; i < tree->count; i++) bytes += resident_bytes(tree->pids[i]);
  return bytes / (1024 * 1024);
}

int end_tree(pid_t group) {
  while (waitpid(-1, NULL, WNOHANG) > 0) {}
  int leftover = tree_of(getpid()).count;
  // New processes may appear between a look and a kill: look until nothing is left. Should a
  // program outrun that, give up: the guardian tries again, and then whoever started it.
  double latest = now() + 5;
  while (now() < latest) {
    if (group > 0) kill(-group, SIGKILL);
    struct tree tree = tree_of(getpid());
    for (int i = 0; i < tree.count; i++) kill(tree.pids[i], SIGKILL);
    pid_t pid;
    while ((pid = waitpid(-1, NULL, WNOHANG)) > 0) {}
    if (pid < 0 && errno == ECHILD) break;
    const struct timespec moment = {.tv_nsec = 200 * 1000};
    nanosleep(&moment, NULL);
  }
  return leftover;
}

static long long wanted_size;

static int is_large(const char *path, const struct stat *status, int kind, struct FTW *place) {
  (void)path, (void)place;
  return kind == FTW_F && S_ISREG(status->st_mode) && status->st_size >= wanted_size;
}

int holds_file_of(const char *folder, long bytes) {
  wanted_size = bytes;
  return nftw(folder, is_large, 16, FTW_PHYS | FTW_MOUNT) == 1;
}

void close_from(int first, int kept) {
  DIR *open_files = opendir("/dev/fd");
  if (!open_files) return;
  for (struct dirent *entry; (entry = readdir(open_files));) {
    int number = atoi(entry->d_name);
    if (number >= first && number != kept && number != dirfd(open_files)) close(number);
  }
  closedir(open_files);
  fcntl(kept, F_SETFD, FD_CLOEXEC);
}
