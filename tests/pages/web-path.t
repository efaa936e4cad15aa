# SPDX-License-Identifier: MIT
# A sixth of the page tests once more for a site below a path, each day another,
# all with PATHS_LONG=1: no address leaves without it, none has it twice, and
# nothing else is different. What they wrote to the log tells nothing of persons and
# matters.
: "${top_srcdir:=$(cd "$(dirname "$0")/../.." && pwd)}"
: "${top_builddir:=$top_srcdir/build}"
folder=$(mktemp -d) || exit 99
trap 'rm -rf "$folder"' EXIT
PAGE_LOG=$folder/log PAGE_PATH=/intranet/akten
export PAGE_LOG PAGE_PATH top_srcdir top_builddir
: > "$PAGE_LOG"
n=0 bad=0

check() {	# SENTENCE RESULT [FILE]
	n=$((n + 1))
	if [ "$2" = 0 ]; then
		echo "ok $n - $1"
	else
		bad=1
		echo "not ok $n - $1"
		[ -z "${3-}" ] || sed 's/^/# /' "$3"
	fi
}

i=0 today=$(expr "$(date +%j)" % 6)
for t in "$top_srcdir"/tests/pages/*.t; do
	name=$(basename "$t" .t) i=$((i + 1))
	[ "$name" != web-path ] || continue
	[ -n "${PATHS_LONG-}" ] || [ $((i % 6)) = "$today" ] || continue
	sh "$t" > "$folder/out" 2>&1
	rc=$?
	grep -A 30 '^not ok' "$folder/out" > "$folder/why"
	check "$name below a path" $rc "$folder/why"
done

# The people of the tests' world, and what its staff typed into forms.
store=$("$top_builddir/pageworld" "$folder/dossier.db") || exit 99
printf '[dossier]\nbase_url = http://a\ntimezone = UTC\nstore = %s\n' \
    "$store" > "$folder/dossier.conf"
{
	"$top_builddir/dossier" sql --conf "$folder/dossier.conf" \
	    'SELECT name FROM person UNION SELECT email FROM person
	     UNION SELECT login FROM staff UNION SELECT title FROM dossier'
	grep -hoE "(title|text|family|given|name|email|reason|why|note|password|login)='?[A-Za-z@.][^'\"]{3,}" \
	    "$top_srcdir"/tests/pages/*.t | sed "s/^[a-z]*='*//; s/ [a-z.]*=.*//" |
	    grep -vE '^[a-z]{1,5}$'
} | grep -E '.{3}' | sort -u > "$folder/words"
check "there are $(wc -l < "$folder/words") words to look for" \
    "$([ "$(wc -l < "$folder/words")" -gt 60 ]; echo $?)"
check "the log has $(wc -l < "$PAGE_LOG") lines to be looked through" \
    "$([ "$(wc -l < "$PAGE_LOG")" -gt 3 ]; echo $?)"
grep -nwF -f "$folder/words" "$PAGE_LOG" > "$folder/found"
check 'none tells a name, a mail, a sign-in name or what was typed' \
    "$([ ! -s "$folder/found" ]; echo $?)" "$folder/found"
grep -qE '^<[0-9]>' "$PAGE_LOG"
check 'outside the journal no line has its priority' \
    "$([ $? != 0 ]; echo $?)"
echo "1..$n"
exit $bad
