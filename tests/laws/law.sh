# SPDX-License-Identifier: MIT
# A law is a sentence and a command that prints what breaks it.
: "${top_srcdir:=$(cd "$(dirname "$0")/../.." && pwd)}"
: "${top_builddir:=$top_srcdir/build}"
cd "$top_srcdir" || exit 99
laws=0 broken=0

# law SENTENCE COMMAND...: one result; each line printed is one fault.
law() {
	sentence=$1; shift
	laws=$((laws + 1))
	found=$("$@")
	if [ -z "$found" ]; then
		echo "ok $laws - $sentence"
	else
		broken=$((broken + 1))
		printf '%s\n' "$found" | head -n 40 | sed 's/^/# /'
		echo "not ok $laws - $sentence"
	fi
}

# The C files of ours below the folders given.
c_files() {
	find "$@" -name '*.[ch]' | sort
}

laws_end() {
	echo "1..$laws"
	[ $broken = 0 ]
}
