# SPDX-License-Identifier: MIT
# A name says where it lives: what leaves core/ROOM/STEM.c is STEM or STEM_.
. "$(dirname "$0")/law.sh"

strangers() {
	for source in $(find modules/core -name '*.c'); do
		stem=$(basename "$source" .c)
		object=$top_builddir/${source%.c}.o
		[ -f "$object" ] || {
			echo "$source: not built, is it in a room.am?"
			continue
		}
		nm -g --defined-only "$object" |
		    awk -v f="$source" -v s="$stem" '$2 ~ /[A-Z]/ &&
			$3 != s && index($3, s "_") != 1 &&
			$3 !~ /^(__|\.)/ { print f ": " $3 }'
	done
}

twins() {
	find modules -name '*.c' | sed 's|.*/||' | sort | uniq -d
}

law 'a symbol begins with the stem of its file' strangers
law 'stems of C files are unique' twins
laws_end
