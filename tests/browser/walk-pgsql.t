# SPDX-License-Identifier: MIT
# The newcomer's way behind nginx, with the store in PostgreSQL.
[ -n "${DOSSIER_TEST_STORE-}" ] || {
	here=$(dirname "$0")
	sh "$here/../pgsql/with-server" sh "$0"
	rc=$?
	[ $rc != 77 ] || echo '1..0 # SKIP PostgreSQL is not installed'
	[ $rc != 77 ] || exit 0
	exit $rc
}
. "$(dirname "$0")/stage.sh"
grep -q '^#define HAVE_LIBPQ' "$top_builddir/config.h" ||
    skip 'this build has no PostgreSQL'
early=--early
browser nginx walk.mjs 0
