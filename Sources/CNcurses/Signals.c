// _GNU_SOURCE for pipe2.
#ifndef _GNU_SOURCE
#define _GNU_SOURCE 1
#endif
#include "CNcurses.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

// All that the handlers read. It is written only while `armed` is zero.
static volatile sig_atomic_t armed = 0;
static int terminal = -1;
static struct termios before;
static bool knows_before = false;
static char ending[1024];
static size_t ending_length = 0;
static int pipe_ends[2] = {-1, -1};
static pid_t owner = 0;

// Appends without terminfo's padding, which has the form $<5/>.
static void append(const char *text) {
  if (text == NULL || text == (const char *)-1) return;
  while (*text != 0 && ending_length < sizeof ending) {
    if (text[0] == '$' && text[1] == '<') {
      const char *close = strchr(text, '>');
      if (close != NULL) {
        text = close + 1;
        continue;
      }
    }
    ending[ending_length++] = *text++;
  }
}

void fivefold_remember(int descriptor) {
  terminal = descriptor;
  struct termios now;
  if (tcgetattr(descriptor, &now) != 0) return;
  // SIGCONT may come when the terminal is ours already: our own raw mode is not what to go back to.
  if (knows_before && !(now.c_lflag & (ICANON | ISIG | ECHO))) return;
  before = now;
  knows_before = true;
}

void fivefold_arm(const char *extra) {
  armed = 0;
  ending_length = 0;
  append(extra);
  append(exit_attribute_mode);
  append(orig_pair);
  append(cursor_normal);
  // Without a second screen the last picture would stay, with the shell's prompt written into its last row.
  if (exit_ca_mode == NULL) append(clear_screen);
  append(exit_ca_mode);
  owner = getpid();
  armed = 1;
}

void fivefold_disarm(void) { armed = 0; }

void fivefold_wipe(void) {
  armed = 0;
  if (exit_ca_mode != NULL || clear_screen == NULL) return;
  ending_length = 0;
  append(clear_screen);
  if (write(terminal, ending, ending_length) < 0) return;
}

void fivefold_cooked(int descriptor) {
  if (knows_before) tcsetattr(descriptor, TCSADRAIN, &before);
}

bool fivefold_raw(int descriptor) {
  struct termios raw;
  if (tcgetattr(descriptor, &raw) != 0) return false;
  raw.c_iflag &= ~(tcflag_t)(BRKINT | ICRNL | INLCR | IGNCR | INPCK | ISTRIP | IXON | IXOFF | PARMRK);
  raw.c_lflag &= ~(tcflag_t)(ECHO | ECHONL | ICANON | IEXTEN | ISIG);
  raw.c_cc[VMIN] = 1;
  raw.c_cc[VTIME] = 0;
  return tcsetattr(descriptor, TCSADRAIN, &raw) == 0;
}

uint8_t fivefold_erase_character(void) { return knows_before ? before.c_cc[VERASE] : 0x7F; }

void fivefold_restore(void) {
  // A forked child must not take the terminal from its parent.
  if (!armed || getpid() != owner) return;
  armed = 0;
  size_t sent = 0;
  int tries = 0;
  while (sent < ending_length && tries++ < 64) {
    ssize_t count = write(terminal, ending + sent, ending_length - sent);
    if (count > 0) sent += (size_t)count;
    else if (count < 0 && errno != EINTR && errno != EAGAIN) break;
  }
  // Not drained: a terminal that was stopped must not hold up the end.
  if (knows_before) tcsetattr(terminal, TCSANOW, &before);
}

static void report(int number) {
  int kept = errno;
  unsigned char byte = (unsigned char)number;
  // A full pipe already wakes the loop; a signal lost behind 65,536 others is not missed.
  if (write(pipe_ends[1], &byte, 1) < 0) errno = kept;
  errno = kept;
}

static void drop(int number) { (void)number; }

static void die(int number) {
  fivefold_restore();
  // SA_RESETHAND put the default action back; the signal comes when the handler returns.
  raise(number);
}

static void catch(int number, void (*handler)(int), int flags) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = flags;
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, NULL);
}

int fivefold_catch_signals(void) {
  if (pipe_ends[0] < 0) {
    if (pipe2(pipe_ends, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
    atexit(fivefold_restore);
    // A stack overflow leaves no stack for its handler, so there is another.
    static char spare[65536];
    stack_t stack = {.ss_sp = spare, .ss_size = sizeof spare, .ss_flags = 0};
    sigaltstack(&stack, NULL);
  }
  const int reported[] = {SIGWINCH, SIGHUP, SIGTERM, SIGINT, SIGCONT, SIGTSTP};
  for (size_t i = 0; i < sizeof reported / sizeof *reported; i++) catch(reported[i], report, SA_RESTART);
  const int fatal[] = {SIGSEGV, SIGABRT, SIGILL, SIGBUS, SIGFPE, SIGTRAP, SIGQUIT};
  for (size_t i = 0; i < sizeof fatal / sizeof *fatal; i++)
    catch(fatal[i], die, SA_ONSTACK | SA_RESETHAND);
  catch(SIGPIPE, drop, SA_RESTART);
  return pipe_ends[0];
}

void fivefold_stop(void) {
  catch(SIGTSTP, SIG_DFL, 0);
  // The whole job stops, as it would by the key, so that the shell sees it.
  kill(0, SIGTSTP);
  catch(SIGTSTP, report, SA_RESTART);
}
