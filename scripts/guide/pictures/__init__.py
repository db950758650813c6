"""Pictures that programs in Node.js draw while the site is built."""
