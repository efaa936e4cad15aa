# SPDX-License-Identifier: MIT
# Every other page test once more for a site below a path: no address leaves
# without it, none has it twice, and nothing else is different.
: "${top_srcdir:=$(cd "$(dirname "$0")/../.." && pwd)}"
log=$(mktemp) || exit 99
trap 'rm -f "$log"' EXIT
n=0 bad=0
for t in "$top_srcdir"/tests/pages/*.t; do
	name=$(basename "$t" .t)
	[ "$name" != web-path ] || continue
	n=$((n + 1))
	if PAGE_PATH=/intranet/akten sh "$t" > "$log" 2>&1; then
		echo "ok $n - $name below a path"
	else
		bad=1
		echo "not ok $n - $name below a path"
		grep -A 30 '^not ok' "$log" | sed 's/^/# /'
	fi
done
echo "1..$n"
exit $bad
