-- Sets fields of the meta key while the writer holds the journal: one HSET. Answers with the snapshot that stood there before.
-- KEYS: meta. ARGV: writer epoch, field and value pairs.
local writer, snapshot = unpack(redis.call('HMGET', KEYS[1], 'writer', 'snapshot'))
if writer ~= ARGV[1] then return false end
redis.call('HSET', KEYS[1], unpack(ARGV, 2))
return snapshot or ''
