# SPDX-License-Identifier: MIT
# The options of a program, and what it refuses to start with.
. "$(dirname "$0")/harness.sh"
program=$top_builddir/dossier-webtest

run() {	# ARGUMENT...: its words in $reply, its exit code in $rc
	rc=0
	env -u REQUEST_METHOD "$program" "$@" > "$reply" 2>&1 < /dev/null ||
	    rc=$?
	: > "$work/stderr"
}

run --help
is 'help ends with' $rc 0
has 'usage: dossier-webtest [--conf FILE]'
run --version
is 'version ends with' $rc 0
has 'dossier-webtest 0.'
run --nonsense
is 'wrong use ends with' $rc 2
run --workers 0
is 'no workers ends with' $rc 2
run operand
is 'an operand ends with' $rc 2
run
is 'no socket and no request ends with' $rc 2
has 'usage:'
run --routes
is 'routes ends with' $rc 0
tab=$(printf '\t')
has "GET${tab}/webtest${tab}self${tab}-${tab}-${tab}0"
has "POST${tab}/webtest/upload${tab}staff${tab}-${tab}title,files${tab}1048576"
has "GET${tab}/webtest/shut${tab}none${tab}"
has "/webtest/dossiers/{number}/{no}${tab}staff${tab}read${tab}"

run --conf "$work/none.conf" --socket "$work/s.sock"
is 'a missing configuration ends with' $rc 1
if [ "$(id -u)" = 0 ]; then
	run --conf "$work/dossier.conf" --socket "$work/s.sock"
	is 'root ends with' $rc 1
	has 'must not run as root'
	exit 0
fi
sed 's/^timezone.*/timezone = Nowhere\/Land/' "$work/dossier.conf" \
    > "$work/zone.conf"
run --conf "$work/zone.conf" --socket "$work/s.sock"
is 'an unknown zone ends with' $rc 1
has 'no time zone "Nowhere/Land"'
echo 'files = many' >> "$work/zone.conf"
run --conf "$work/zone.conf" --socket "$work/s.sock"
is 'a wrong line ends with' $rc 1
has '"files" must be a whole number'
mkdir "$work/site/webtest" 2>/dev/null
echo '<html><p onclick="x">' > "$work/site/webtest/broken.html"
run --conf "$work/dossier.conf" --socket "$work/s.sock"
is 'a broken page ends with' $rc 1
has 'webtest/broken.html:'
rm "$work/site/webtest/broken.html"
echo plain > "$work/file"
run --conf "$work/dossier.conf" --socket "$work/file"
is 'a path that is no socket ends with' $rc 1
has 'is not a socket'
is 'which stays' "$(cat "$work/file")" plain
rm "$work/secret"
run --conf "$work/dossier.conf" --socket "$work/s.sock"
is 'a missing secret ends with' $rc 1
has "$work/secret: No such file"
check 'no socket is left' [ ! -e "$work/s.sock" ]
