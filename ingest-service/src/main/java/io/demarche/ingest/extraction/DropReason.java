package io.demarche.ingest.extraction;

/** Why a piece of a page or of a pasted text is not part of the article. */
public enum DropReason {
    /** Menus, skip links, breadcrumbs, cookie notices, footers, log-in boxes. */
    NAVIGATION,
    /** Buttons and prompts to share, save, print or follow. */
    SHARE,
    /** Teasers of other articles, tags, recommendations. */
    RELATED,
    /** What stands below or for a picture, a chart or a video. */
    CAPTION,
    /** Readers' comments and the invitation to write one. */
    COMMENT,
    /** Audio and video players. */
    PLAYER,
    /** Author, place and date lines. */
    BYLINE,
    /** Invitations to subscribe, register or give. */
    NEWSLETTER,
    /** Advertisements and their labels. */
    ADVERTISEMENT,
    /** The standfirst: what stands between title and text and sums it up. */
    SUMMARY,
    /** The title once more. */
    DUPLICATE_TITLE,
    /** A paragraph that stands in the article already, such as a pull quote. */
    DUPLICATE,
    /** Copyright, agencies, illustrators, correction and disclosure notes. */
    CREDIT,
    /** "4 min read" and the like. */
    READING_TIME
}
