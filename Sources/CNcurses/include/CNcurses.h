// ncurses' wide-character output, and nothing of its input.
#ifndef FIVEFOLD_CNCURSES_H
#define FIVEFOLD_CNCURSES_H
#define NCURSES_WIDECHAR 1
#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif
#include <ncurses.h>
#endif
