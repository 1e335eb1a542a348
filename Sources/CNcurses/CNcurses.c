// _GNU_SOURCE for wcwidth.
#ifndef _GNU_SOURCE
#define _GNU_SOURCE 1
#endif
#include "CNcurses.h"

#include <stdio.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

SCREEN *fivefold_open(int descriptor, int *error) {
  *error = -1;
  int setup = 0;
  // newterm ends the process for some unknown types, so the type is looked up first.
  if (setupterm(NULL, descriptor, &setup) == ERR) {
    *error = 0;
    return NULL;
  }
  bool can_move = cursor_address != NULL;
  del_curterm(cur_term);
  if (!can_move) {
    *error = 1;
    return NULL;
  }
  int copy = dup(descriptor);
  FILE *output = copy < 0 ? NULL : fdopen(copy, "r+");
  if (output == NULL) {
    if (copy >= 0) close(copy);
    return NULL;
  }
  SCREEN *screen = newterm(NULL, output, output);
  if (screen == NULL) fclose(output);
  return screen;
}

void fivefold_put(WINDOW *window, int row, int column, const struct fivefold_glyph *glyphs, int count) {
  cchar_t buffer[256];
  if (wmove(window, row, column) == ERR) return;
  int at = column;
  while (count > 0) {
    int part = count < 256 ? count : 256;
    int width = 0;
    for (int i = 0; i < part; i++) {
      wchar_t text[6];
      int length = 0;
      while (length < 5 && glyphs[i].points[length] != 0) {
        text[length] = (wchar_t)glyphs[i].points[length];
        length++;
      }
      text[length] = 0;
      int pair = glyphs[i].pair;
      if (setcchar(&buffer[i], text, glyphs[i].attributes, (short)pair, &pair) == ERR)
        setcchar(&buffer[i], L"?", glyphs[i].attributes, (short)pair, &pair);
      int own = length > 0 ? wcwidth(text[0]) : 1;
      width += own > 0 ? own : 1;
    }
    mvwadd_wchnstr(window, row, at, buffer, part);
    at += width;
    glyphs += part;
    count -= part;
  }
}

bool fivefold_size(int descriptor, int *height, int *width) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return false;
  *height = size.ws_row;
  *width = size.ws_col;
  return true;
}

uint32_t fivefold_attributes(uint8_t bits) {
  const attr_t attributes[] = {A_BOLD, A_DIM, A_UNDERLINE, A_REVERSE, A_ITALIC};
  attr_t sum = A_NORMAL;
  for (int i = 0; i < 5; i++)
    if (bits & (1u << i)) sum |= attributes[i];
  return (uint32_t)sum;
}

int fivefold_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

int fivefold_wake_channel(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }
