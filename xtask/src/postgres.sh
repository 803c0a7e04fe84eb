# A throw-away PostgreSQL: sh postgres.sh BIN PORT [OPTIONS]. Says "ready", or "failed" with the log behind it. It ends, and
# nothing of it stays, when its standard input is closed: whatever becomes of the process that started it, also after
# Ctrl-C, which it ignores itself.
trap '' INT TERM HUP
bin=$1 port=$2 options=$3
room=/tmp
# Tests make and drop hundreds of databases: in memory, where there is a gigabyte for it, that is twice as quick.
if [ -n "$options" ] && [ "$(df -Pk /dev/shm 2>/dev/null | awk 'END { print $4 + 0 }')" -gt 1000000 ]; then
    room=/dev/shm
fi
folder=$(mktemp -d "$room/rumah-sikum-postgres.XXXXXX") || exit 1
cd "$folder" || exit 1

{
    "$bin/initdb" --username=postgres --auth=trust --encoding=UTF8 --no-locale --no-sync -D "$folder/data" &&
    "$bin/pg_ctl" start --wait --silent -D "$folder/data" -l "$folder/log" -o "-p $port \
        -c listen_addresses=127.0.0.1 -c unix_socket_directories=$folder -c max_connections=300 \
        $options"
} >"$folder/start" 2>&1 </dev/null && echo ready || {
    echo failed
    cat "$folder/start" "$folder/log" 2>/dev/null
}
exec >/dev/null 2>&1

while read -r _; do :; done
"$bin/pg_ctl" stop --mode=immediate --silent -D "$folder/data"
cd / && rm -rf "$folder"
