-- Puts another entry in the place of one: one LSET.
-- KEYS: meta, segment. ARGV: writer epoch, place of the entry in the segment, the entry.
if redis.call('HGET', KEYS[1], 'writer') ~= ARGV[1] then return 0 end
if redis.call('LLEN', KEYS[2]) <= tonumber(ARGV[2]) then return 0 end
redis.call('LSET', KEYS[2], ARGV[2], ARGV[3])
return 1
