-- Deletes a whole journal while the writer holds it: one DEL. A store may replay a part of its keys after a crash, so that they stand in the order in which nothing
-- comes back: the last entries first, the key that says that there is a journal last.
-- KEYS: segments from the last to the first, parts of snapshots, meta. ARGV: writer epoch.
if redis.call('HGET', KEYS[#KEYS], 'writer') ~= ARGV[1] then return 0 end
redis.call('DEL', unpack(KEYS))
return 1
