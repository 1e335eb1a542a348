// ncurses' wide-character output and nothing of its input, with the parts of terminal handling that must be C:
// signal handlers, and the getters and macros that Swift cannot see.
#ifndef FIVEFOLD_CNCURSES_H
#define FIVEFOLD_CNCURSES_H
#define NCURSES_WIDECHAR 1
#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif
#include <ncurses.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Opens ncurses for output on a terminal's descriptor. `error` says why not: -1 no memory or stream, 0 the
/// terminal type is unknown, 1 it cannot move its cursor.
SCREEN *fivefold_open(int descriptor, int *error);

/// The window that covers the terminal; Swift refuses `stdscr` as an unsafe global.
static inline WINDOW *fivefold_window(void) { return stdscr; }

/// How many colours the terminal has; Swift refuses `COLORS`.
static inline int fivefold_colours(void) { return COLORS; }

/// How many colour pairs there are; Swift refuses `COLOR_PAIRS`.
static inline int fivefold_colour_pairs(void) { return COLOR_PAIRS; }

/// One glyph on its way to ncurses: up to five code points, attributes and a colour pair.
struct fivefold_glyph {
  uint32_t points[5];
  uint32_t attributes;
  int32_t pair;
};

/// ncurses' attributes for a style's bits: 1 bold, 2 dim, 4 underline, 8 reverse, 16 italic.
uint32_t fivefold_attributes(uint8_t bits);

/// The columns the C library, and so ncurses, gives a scalar; -1 when it does not know it.
int fivefold_width(uint32_t scalar);

/// Puts glyphs side by side into the window, each as wide as the C library says. Nothing is sent yet.
void fivefold_put(WINDOW *window, int row, int column, const struct fivefold_glyph *glyphs, int count);

/// Reads what ends a session on this terminal (attributes off, cursor shown, main screen) and keeps it with
/// `extra`, the descriptor and its present settings for `fivefold_restore`. Call before ncurses changes them.
void fivefold_remember(int descriptor);

/// Completes what `fivefold_restore` writes; the terminal type must be known by now.
void fivefold_arm(const char *extra);

/// Forgets the terminal: it was given back in order.
void fivefold_disarm(void);

/// Clears the screen of a terminal that has no second one, whose last picture would stay otherwise; on others it
/// does nothing. Call after `endwin`.
void fivefold_wipe(void);

/// Writes the terminal's end sequences and puts its settings back. Safe in a signal handler; does nothing when
/// not armed.
void fivefold_restore(void);

/// Installs the handlers. Signals that the program answers are written, one byte each, to a pipe whose reading
/// end is returned (-1 when it cannot be made); fatal ones restore the terminal and end the process as they
/// would have. SIGPIPE is caught and dropped, so that children get its default back.
int fivefold_catch_signals(void);

/// A kernel counter that wakes `poll` from any thread; -1 when there is none left. Swift does not see eventfd.
int fivefold_wake_channel(void);

/// Stops the process as Ctrl-Z would and returns when it goes on.
void fivefold_stop(void);

/// Puts a terminal into raw mode: no echo, no line editing, no signals, no flow control, CR left as CR.
/// @return whether that worked.
bool fivefold_raw(int descriptor);

/// The terminal's settings as they were remembered, back in force.
void fivefold_cooked(int descriptor);

/// The erase character that was remembered, 0x7F when none.
uint8_t fivefold_erase_character(void);

/// The size the terminal reports; false when it reports none.
bool fivefold_size(int descriptor, int *rows, int *columns);
#endif
