-- Takes a thread's mark back unless a later opening has set it anew: one HDEL.
-- KEYS: marks. ARGV: thread, opening.
if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then return 0 end
return redis.call('HDEL', KEYS[1], ARGV[1])
