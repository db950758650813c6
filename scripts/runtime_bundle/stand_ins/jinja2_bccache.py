"""Templates come compiled: nothing keeps their bytecode."""


class BytecodeCache:
    """A name that others import."""


class FileSystemBytecodeCache(BytecodeCache):
    """A name that others import."""


class MemcachedBytecodeCache(BytecodeCache):
    """A name that others import."""
