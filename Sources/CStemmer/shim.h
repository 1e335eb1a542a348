// Snowball's stemmers, as Debian's libstemmer builds them.
#include <libstemmer.h>
