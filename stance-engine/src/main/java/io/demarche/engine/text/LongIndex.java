package io.demarche.engine.text;

import java.util.Arrays;

/** Numbers given to 64-bit keys in the order of their coming: a hash table without objects. */
final class LongIndex {
    /** Found where there is no number. */
    static final int NONE = -1;

    private long[] keys = new long[64];
    private int[] numbers = new int[64];
    private int size;

    LongIndex() {
        Arrays.fill(numbers, NONE);
    }

    /** How many keys have a number. */
    int size() {
        return size;
    }

    /** A key's number; {@link #NONE} when it has none. */
    int get(long key) {
        return numbers[slot(key)];
    }

    /** A key's number, a new one when it had none. */
    int add(long key) {
        int slot = slot(key);
        if (numbers[slot] == NONE) {
            // Never more than half full, so that looking for what is not there ends soon.
            if (size * 2 >= keys.length) {
                grow();
                slot = slot(key);
            }
            keys[slot] = key;
            numbers[slot] = size++;
        }
        return numbers[slot];
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) (key ^ key >>> 29) & mask;
        while (numbers[slot] != NONE && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldNumbers = numbers;
        keys = new long[oldKeys.length * 2];
        numbers = new int[keys.length];
        Arrays.fill(numbers, NONE);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldNumbers[i] != NONE) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                numbers[slot] = oldNumbers[i];
            }
        }
    }
}
