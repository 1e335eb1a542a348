// Hunspell's C interface, as Debian's libhunspell builds it.
#include <hunspell/hunspell.h>
