# SPDX-License-Identifier: MIT
# A name says where it lives: what leaves core/ROOM/STEM.c is STEM or STEM_.
. "$(dirname "$0")/law.sh"

strangers() {
	for source in $(find modules/core -name '*.c'); do
		stem=$(basename "$source" .c)
		object=$top_builddir/${source%.c}.o
		case $stem in db_pgsql*)	# ./configure --with-postgresql
			[ -f "$object" ] || continue;;
		esac
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

# The map in modules/README.md has every subject of the domain, and no other.
unmapped() {
	map=$(sed -n '/^| subject /,$s/^| \([a-z_ ]*\) |.*/\1/p' \
	    modules/README.md | grep -v '^subject$')
	for source in modules/core/domain/*.c; do
		stem=$(basename "$source" .c)
		for word in $map; do
			case $stem in "$word"|"$word"_*) continue 2;; esac
		done
		echo "$source: its subject is not in modules/README.md"
	done
	for word in $map; do
		find modules/core/domain -name "$word.c" -o -name \
		    "${word}_*.c" | grep -q . ||
			echo "modules/README.md: there is no $word"
	done
}

# The map of the room rules names files that are there.
misled() {
	grep -oE '\b(feel|dmn|cmmn)_[a-z_]+' modules/README.md | sort -u |
	    while read -r stem; do
		ls modules/core/rules/"$stem"*.c >/dev/null 2>&1 ||
			echo "modules/README.md: there is no $stem"
	done
}

law 'the map of the domain is true' unmapped
law 'the map of the rules is true' misled
law 'a symbol begins with the stem of its file' strangers
law 'stems of C files are unique' twins
laws_end
