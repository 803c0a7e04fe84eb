// The page for times without a network (sw.js).
navigator.serviceWorker?.register("/sw.js");
