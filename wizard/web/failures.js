/**
 * The ways in which Python does not come, each with a name, and the watchdog that notices the one without a sound.
 */

/**
 * Why there is no Python, or no answer:
 * `offline` the site could not be reached; `corrupt` it sent something else than the file;
 * `stalled` no byte came for too long; `no-webassembly` this browser cannot run it, nothing was fetched;
 * `boot-timeout` and `boot-failed` the files are right but Python did not start, and the page is sealed:
 * only a reload can try again; `request-failed` Python failed on one request and goes on;
 * `stopped` by stop() or by the caller's signal.
 *
 * @typedef {"offline" | "corrupt" | "stalled" | "no-webassembly" | "boot-timeout" | "boot-failed"
 *   | "request-failed" | "stopped"} Reason
 */

/** An error that says why in a word the page has a text for; never anything a person typed. */
export class RuntimeFailure extends Error {
  /**
   * @param {Reason} reason
   * @param {string} [detail] for a developer
   */
  constructor(reason, detail) {
    super(detail ? `${reason}: ${detail}` : reason);
    this.name = "RuntimeFailure";
    this.reason = reason;
  }
}

/**
 * Barks once when nothing happened for a while. It counts ticks, not the clock: a phone that sleeps with its
 * screen off does not tick, and must not find on waking that its time is up.
 */
export class Watchdog {
  /**
   * @param {number} seconds
   * @param {() => void} bark
   */
  constructor(seconds, bark) {
    const patience = Math.ceil(seconds);
    this.quietTicks = 0;
    this.timer = setInterval(() => {
      this.quietTicks += 1;
      if (this.quietTicks < patience) return;
      this.stop();
      bark();
    }, (seconds / patience) * 1000);
  }

  reset() {
    this.quietTicks = 0;
  }

  stop() {
    clearInterval(this.timer);
  }
}
