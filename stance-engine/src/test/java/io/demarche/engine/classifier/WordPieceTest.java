package io.demarche.engine.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WordPieceTest {
    private static final WordPiece PIECES = new WordPiece(List.of(
            "[PAD]", "[UNK]", "[CLS]", "[SEP]", "the", "kremlin", "re", "##ject", "##ed", "it", "'", "s", "cafe", ",",
            "中", "u", ".", "##n", "a"));

    @Test
    void takesTheLongestPieceFromTheLeft() {
        assertThat(PIECES.of("The Kremlin rejected it", 16).ids()).containsExactly(2, 4, 5, 6, 7, 8, 9, 3);
    }

    @Test
    void placesPointIntoTheText() {
        WordPiece.Pieces pieces = PIECES.of("The  Kremlin's", 16);
        assertThat(pieces.starts()).containsExactly(-1, 0, 5, 12, 13, -1);
        assertThat(pieces.ends()).containsExactly(-1, 3, 12, 13, 14, -1);
    }

    @Test
    void dropsAccentsAndCaseAndPartsIdeographs() {
        assertThat(PIECES.of("CAFÉ中", 16).ids()).containsExactly(2, 12, 14, 3);
        assertThat(PIECES.of("cafe\u0301", 16).ids()).containsExactly(2, 12, 3);
    }

    @Test
    void anUnknownWordIsOnePiece() {
        assertThat(PIECES.of("The zebra, it", 16).ids()).containsExactly(2, 4, 1, 13, 9, 3);
        assertThat(PIECES.of("the" + "e".repeat(200), 16).ids()).containsExactly(2, 1, 3);
    }

    @Test
    void isCutWhereTheModelEnds() {
        WordPiece.Pieces pieces = PIECES.of("the ".repeat(50), 8);
        assertThat(pieces.ids()).containsExactly(2, 4, 4, 4, 4, 4, 4, 3);
    }

    @Test
    void aVocabularyWithoutItsMarksIsRefused() {
        assertThatThrownBy(() -> new WordPiece(List.of("the"))).hasMessageContaining("[UNK]");
    }

    @Property
    void neverFailsAndStaysInsideTheText(@ForAll String text) {
        WordPiece.Pieces pieces = PIECES.of(text, 32);
        assertThat(pieces.size()).isBetween(2, 32);
        for (int i = 1; i < pieces.size() - 1; i++) {
            assertThat(pieces.starts()[i]).isBetween(0, text.length() - 1);
            assertThat(pieces.ends()[i]).isGreaterThan(pieces.starts()[i]).isLessThanOrEqualTo(text.length());
        }
    }
}
