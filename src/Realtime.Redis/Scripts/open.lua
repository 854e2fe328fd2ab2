-- Makes the caller the only writer, and the journal if there is none: one HSET.
-- KEYS: meta. ARGV: the lowest writer epoch to take, the epoch of a journal that is only now made.
-- Numbers stay text wherever they can: a script's own way of printing them loses digits.
local writer, epoch, snapshot, discard = unpack(redis.call('HMGET', KEYS[1], 'writer', 'epoch', 'snapshot', 'discard'))
local mine = ARGV[1]
if writer and tonumber(writer) >= tonumber(mine) then mine = string.format('%.0f', tonumber(writer) + 1) end
epoch = epoch or ARGV[2]
redis.call('HSET', KEYS[1], 'writer', mine, 'epoch', epoch)
return {mine, epoch, snapshot, discard}
