package io.demarche.ingest.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class StorageTest {

    @Test
    void knowsADatabaseThatIsAway() {
        assertThat(Storage.isAway(new CompletionException(new ConnectException("refused"))))
                .isTrue();
        assertThat(Storage.isAway(new TimeoutException())).isTrue();
        assertThat(Storage.isAway(refusal("57P03"))).isTrue();
        assertThat(Storage.isAway(refusal("53300"))).isTrue();
    }

    @Test
    void otherFailuresAreFaults() {
        assertThat(Storage.isAway(new IllegalStateException("bug"))).isFalse();
        assertThat(Storage.isAway(refusal("23505"))).isFalse();
        assertThat(Storage.isAway(refusal("42601"))).isFalse();
    }

    private static PgException refusal(String state) {
        return new PgException("refused", "FATAL", state, null);
    }
}
