package io.demarche.launcher.load;

import java.io.IOException;

/** Takes what is found in files. */
interface Sink {

    /**
     * An article to send. Waits while enough is on its way.
     *
     * @param place where it stands, for people
     * @param json a line of a batch, without its end
     */
    void send(String place, byte[] json) throws IOException, InterruptedException;

    /** Something that is no article, or cannot be read. */
    void refuse(String place, String why);

    /** So many more bytes of the files are read. */
    void read(long bytes);
}
