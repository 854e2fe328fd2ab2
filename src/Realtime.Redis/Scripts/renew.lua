-- Gives the journal a higher epoch: one HSET.
-- KEYS: meta. ARGV: writer epoch, the lowest epoch to take.
local writer, epoch = unpack(redis.call('HMGET', KEYS[1], 'writer', 'epoch'))
if writer ~= ARGV[1] then return false end
local renewed = ARGV[2]
if tonumber(epoch) >= tonumber(renewed) then renewed = string.format('%.0f', tonumber(epoch) + 1) end
redis.call('HSET', KEYS[1], 'epoch', renewed)
return renewed
