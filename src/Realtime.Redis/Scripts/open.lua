-- Makes the caller the only writer, and the journal if there is none: one HSET.
-- KEYS: meta. ARGV: the lowest writer epoch to take; the epoch of a journal that is made, or begun anew, only now; 1 when a restart may cost the store
-- entries, else 0; the writer epoch that the caller holds, or 0.
-- A journal that was last opened before a restart of such a store begins a new epoch: nobody can tell any more what readers had seen of it. But who still
-- holds it knows where it ended, and looks after that.
-- Numbers stay text wherever they can: a script's own way of printing them loses digits.
local writer, epoch, run, snapshot, discard = unpack(redis.call('HMGET', KEYS[1], 'writer', 'epoch', 'run', 'snapshot', 'discard'))
local mine, anew, present = ARGV[1], false, false
if writer and tonumber(writer) >= tonumber(mine) then mine = string.format('%.0f', tonumber(writer) + 1) end
if ARGV[3] == '1' then
  present = string.match(redis.call('INFO', 'server'), 'run_id:(%w+)')
  if not present then return redis.error_reply('ERR INFO tells no run_id') end
  if writer == ARGV[4] then present = run end
  anew = run and run ~= present
end
if not epoch then
  epoch = ARGV[2]
elseif anew then
  epoch = tonumber(epoch) < tonumber(ARGV[2]) and ARGV[2] or string.format('%.0f', tonumber(epoch) + 1)
end
if present then
  redis.call('HSET', KEYS[1], 'writer', mine, 'epoch', epoch, 'run', present)
else
  redis.call('HSET', KEYS[1], 'writer', mine, 'epoch', epoch)
end
return {mine, epoch, anew and 1 or 0, snapshot, discard}
