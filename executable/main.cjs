// What the single executable runs: unpacks vasim into the user's cache, once for each build, and starts it there.
const fs = require('node:fs');
const { createRequire } = require('node:module');
const os = require('node:os');
const path = require('node:path');
const { getAsset } = require('node:sea');

/** Made by make.ts: what this build is called, and its files by path. */
const { name, files } = JSON.parse(getAsset('index.json', 'utf8'));

function cacheFolder() {
  if (process.platform === 'win32')
    return process.env.LOCALAPPDATA ?? path.join(os.homedir(), 'AppData/Local');
  if (process.platform === 'darwin') return path.join(os.homedir(), 'Library/Caches');
  return process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache');
}

function unpack(folder) {
  fs.mkdirSync(path.dirname(folder), { recursive: true });
  const fresh = fs.mkdtempSync(`${folder}-`);
  for (const file of files) {
    const place = path.join(fresh, file);
    fs.mkdirSync(path.dirname(place), { recursive: true });
    fs.writeFileSync(place, new Uint8Array(getAsset(file)));
  }
  try {
    fs.renameSync(fresh, folder);
  } catch (error) {
    // Another process was sooner; what it unpacked is the same.
    fs.rmSync(fresh, { recursive: true, force: true });
    if (!fs.existsSync(folder)) throw error;
  }
}

const folder = path.join(cacheFolder(), 'vasim', name);
if (!fs.existsSync(folder)) unpack(folder);
createRequire(path.join(folder, 'start.cjs'))('./start.cjs');
