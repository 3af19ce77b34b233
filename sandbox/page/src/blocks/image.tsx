type SlackImageProps = {
  readonly image: { readonly alt_text: string; readonly image_url?: string; readonly slack_file?: unknown };
  readonly className: string;
};

/** An image by its address; one that only names a file of Slack's shows its description until files are served. */
export function SlackImage({ image, className }: SlackImageProps) {
  if (image.image_url === undefined) return <span className="image-missing">{image.alt_text}</span>;
  return <img className={className} src={image.image_url} alt={image.alt_text} title={image.alt_text} />;
}
