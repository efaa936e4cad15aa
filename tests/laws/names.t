# SPDX-License-Identifier: MIT
# A name says where it lives: what leaves core/ROOM/STEM.c is STEM or STEM_.
. "$(dirname "$0")/law.sh"

# Every file of core, and whether its object was built; one nm for them all.
built() {
	find modules/core -name '*.c' | sort | while read -r source; do
		object=$top_builddir/${source%.c}.o
		if [ -f "$object" ]; then
			echo "$object"
			continue
		fi
		case $source in */db_pgsql*) ;;	# --with-postgresql
		*)	echo "$source: not built, is it in a room.am?" >&2 ;;
		esac
	done
}

strangers() {
	{ built | xargs nm -A -g --defined-only; } 2>&1 |
	    awk -v top="$top_builddir/" '
		$0 ~ /not built/ || NF != 3 { print; next }
		{
			file = substr($1, length(top) + 1)
			sub(/:[^:]*$/, "", file)
			stem = file
			sub(/.*\//, "", stem)
			sub(/\.o$/, "", stem)
		}
		$2 ~ /[A-Z]/ && $3 != stem && index($3, stem "_") != 1 &&
		    $3 !~ /^(__|\.)/ {
			sub(/\.o$/, ".c", file)
			print file ": " $3
		}'
}

twins() {
	find modules -name '*.c' | sed 's|.*/||' | sort | uniq -d
}

# The map in modules/README.md has every subject in its room of the domain,
# and no other.
unmapped() {
	for room in modules/core/domain/*/; do
		room=${room%/}
		name=domain/${room##*/}
		map=$(sed -n "\\,^### $name:,,/^#/s/^| \([a-z0-9_ ]*\) |.*/\1/p" \
		    modules/README.md | grep -v '^subject$')
		for source in "$room"/*.c; do
			stem=$(basename "$source" .c)
			for word in $map; do
				case $stem in "$word"|"$word"_*) continue 2;;
				esac
			done
			echo "$source: its subject is not in modules/README.md"
		done
		for word in $map; do
			ls "$room/$word.c" "$room/$word"_*.c 2>/dev/null |
			    grep -q . ||
				echo "modules/README.md: $name has no $word"
		done
	done
}

# The map of the room rules names files that are there.
misled() {
	grep -oE '\b(feel|dmn|cmmn)_[a-z_]+' modules/README.md | sort -u |
	    while read -r stem; do
		ls modules/core/rules/*/"$stem"*.c >/dev/null 2>&1 ||
			echo "modules/README.md: there is no $stem"
	done
}

law 'the map of the domain is true' unmapped
law 'the map of the rules is true' misled
law 'a symbol begins with the stem of its file' strangers
law 'stems of C files are unique' twins
laws_end
