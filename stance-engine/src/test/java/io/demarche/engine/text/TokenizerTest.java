package io.demarche.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TokenizerTest {
    @Test
    void keepsTheFullStopsOfAbbreviations() {
        assertThat(Tokenizer.words("The U.S. and Mr. Smith agreed."))
                .containsExactly("The", "U.S.", "and", "Mr.", "Smith", "agreed", ".");
    }

    @Test
    void cutsContractionsAndPossessives() {
        assertThat(Tokenizer.words("Moscow’s offer isn’t new"))
                .containsExactly("Moscow", "'s", "offer", "is", "n't", "new");
    }

    @Test
    void leavesHyphensAloneAndNumbersWhole() {
        assertThat(Tokenizer.words("US-Russia, 1,500.5")).containsExactly("US", "-", "Russia", ",", "1,500.5");
    }

    @Property(tries = 1000)
    void everyPieceStandsWhereItSays(@ForAll String text) {
        List<Tokenizer.Piece> pieces = Tokenizer.pieces(text, 0, text.length());
        int at = 0;
        for (Tokenizer.Piece piece : pieces) {
            assertThat(piece.start()).isGreaterThanOrEqualTo(at);
            assertThat(piece.end()).isGreaterThan(piece.start());
            assertThat(text.substring(piece.start(), piece.end()).replace('’', '\''))
                    .isEqualTo(piece.text());
            at = piece.end();
        }
    }
}
