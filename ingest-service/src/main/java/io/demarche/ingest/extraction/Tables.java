package io.demarche.ingest.extraction;

import java.util.ArrayList;
import java.util.List;

/** Puts the rows of tables together that hold data, not a page's layout. */
final class Tables {

    private Tables() {}

    /**
     * Makes one block of each row of data: two or more cells, each of one piece and without
     * prose, which only a page's layout puts there.
     *
     * @param blocks blocks in document order
     * @return blocks in document order
     */
    static List<Block> join(List<Block> blocks) {
        List<Block> joined = new ArrayList<>(blocks.size());
        Box layout = null;
        int i = 0;
        while (i < blocks.size()) {
            Box row = blocks.get(i).box.row;
            // A row that was looked at is not looked at again for each of its cells.
            int end = row == null || row == layout ? i : endOfRow(blocks, i);
            if (end > i + 1) {
                joined.add(Block.row(blocks.subList(i, end)));
                i = end;
            } else {
                layout = row;
                joined.add(blocks.get(i++));
            }
        }
        return joined;
    }

    /** Where the row of data that begins with a block ends; the block's own index when it begins none. */
    private static int endOfRow(List<Block> blocks, int start) {
        Box row = blocks.get(start).box.row;
        Box cell = null;
        int end = start;
        while (end < blocks.size() && blocks.get(end).box.row == row) {
            Block block = blocks.get(end);
            if (block.box.cell == null) {
                break;
            }
            if (block.box.cell == cell || block.isProse()) {
                return start;
            }
            cell = block.box.cell;
            end++;
        }
        return end;
    }
}
