# SPDX-License-Identifier: MIT
# Words for tests with a PostgreSQL server of their own, in a folder that goes
# with it. It runs as nobody where root asks: PostgreSQL refuses root.

# Where its programs lie: $pgsql_bin.
pgsql_find() {
	for pgsql_bin in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null |
	    sort -t/ -k5 -rn) "$(command -v initdb)"; do
		pgsql_bin=${pgsql_bin%/initdb}
		[ ! -x "$pgsql_bin/initdb" ] || return 0
	done
	return 1
}

# pgsql_as COMMAND...: as the user that the server runs as.
pgsql_as() {
	if [ "$(id -u)" = 0 ]; then
		setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
	else
		"$@"
	fi
}

# pgsql_start FOLDER [SETTING...]: a server that loses all when the power
# goes, which is why it is quick. The user dossier owns what it makes there
# and is held by row security; master is the server's own.
pgsql_start() {
	folder=$1; shift
	chmod 711 "$folder"
	[ "$(id -u)" != 0 ] || chown 65534:65534 "$folder"
	cat > "$folder/settings" <<-END
	listen_addresses = ''
	unix_socket_directories = '$folder'
	max_connections = 60
	max_locks_per_transaction = 128
	max_pred_locks_per_transaction = 512
	shared_buffers = 32MB
	fsync = off
	synchronous_commit = off
	full_page_writes = off
	wal_level = minimal
	max_wal_senders = 0
	autovacuum = off
	log_min_messages = panic
	END
	for setting in "$@"; do echo "$setting" >> "$folder/settings"; done
	(cd "$folder" && pgsql_as "$pgsql_bin/initdb" -D "$folder/data" \
	    -A trust -U master --encoding=UTF8 --locale=C.UTF-8 --no-sync \
	    > "$folder/log" 2>&1 &&
	    cat "$folder/settings" >> "$folder/data/postgresql.conf" &&
	    pgsql_up "$folder" && "$pgsql_bin/psql" -X -q -h "$folder" \
	    -U master -d postgres -c 'CREATE ROLE dossier LOGIN CREATEDB') || {
		cat "$folder/log" "$folder/data/server.log" 2>/dev/null |
		    sed "s/^/# /" >&2
		return 1
	}
}

# pgsql_up FOLDER: once it is made, or again.
pgsql_up() {
	(cd "$1" && pgsql_as "$pgsql_bin/pg_ctl" -D "$1/data" -w \
	    -l "$1/data/server.log" -s start)
}

# pgsql_stop FOLDER [fast|immediate]
pgsql_stop() {
	[ ! -s "$1/data/postmaster.pid" ] ||
	    (cd "$1" && pgsql_as "$pgsql_bin/pg_ctl" -D "$1/data" -s -w \
	    -m "${2:-immediate}" stop)
}

# pgsql_url FOLDER DATABASE
pgsql_url() { echo "postgresql:///$2?host=$1&user=dossier"; }
