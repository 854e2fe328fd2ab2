-- Appends a batch behind a known head, or nothing: one RPUSH, because a store may replay the writes of a script one by one after a crash.
-- KEYS: meta, segment; before a segment's first entry also the segment before it.
-- ARGV: writer epoch, place of the first entry in the segment, length of a full segment, entries.
if redis.call('HGET', KEYS[1], 'writer') ~= ARGV[1] then return 'fenced' end
if redis.call('LLEN', KEYS[2]) ~= tonumber(ARGV[2]) then return 'moved' end
if KEYS[3] and redis.call('LLEN', KEYS[3]) ~= tonumber(ARGV[3]) then return 'moved' end
if ARGV[4] then redis.call('RPUSH', KEYS[2], unpack(ARGV, 4)) end
return 'appended'
