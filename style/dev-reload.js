// Only while developing (`cargo xtask dev`): loads the page again when a new build is served.
let build;
setInterval(async () => {
  const answer = await fetch("/dev-build").catch(() => undefined);
  const now = answer?.ok ? await answer.text() : build;
  if (build !== undefined && now !== build) location.reload();
  build = now;
}, 500);
