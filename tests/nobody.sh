# SPDX-License-Identifier: MIT
# Programs do not run as root. A test that was started so begins again as
# nobody, or is skipped where nobody else may read the build.
: "${top_srcdir:=$(cd "$(dirname "$0")/../.." && pwd)}"
: "${top_builddir:=$top_srcdir/build}"
export top_srcdir top_builddir
if [ "$(id -u)" = 0 ]; then
	setpriv --reuid=65534 --regid=65534 --clear-groups \
	    test -x "$top_builddir/dossier" -a -r "$top_srcdir/schema" ||
	    { echo '1..0 # SKIP nobody else may read the build'; exit 0; }
	exec setpriv --reuid=65534 --regid=65534 --clear-groups sh "$0"
fi
